package org.vigie.alerts.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.record.AlertDocument;
import org.vigie.schemas.access.Reader;

/// Finds recorded alerts, each cut to the rights of who reads.
@ApplicationScoped
class AlertShelf {

  // Some hundred kilobytes: what is in memory of an answer of any length.
  private static final int PAGE = 500;

  private static final String NEWEST_FIRST =
      " order by asOf desc, siren desc, crossing desc, id desc";

  private static final String BEFORE = "(asOf, siren, crossing, id) < (?1, ?2, ?3, ?4)";

  private final ObjectMapper json;

  AlertShelf(ObjectMapper json) {
    this.json = json;
  }

  /// Place of an alert in the list: newest first, of one company the latest crossing first.
  record Place(LocalDate asOf, String siren, int crossing, String id) {}

  /// Alerts that the reader may see, and where the list goes on.
  ///
  /// @param lastOrNull place of the last alert looked at; null when there are no more
  record Page(List<ReadingCut> alerts, @Nullable Place lastOrNull) {}

  /// The alerts of an administration, or of all, that follow a place, or the first ones.
  @Transactional
  Page page(Optional<String> administration, Reader reader, @Nullable Place after) {
    List<AlertEntity> alerts = query(administration, after).page(0, PAGE).list();
    return new Page(
        alerts.stream().flatMap(alert -> ReadingCut.of(document(alert), reader).stream()).toList(),
        alerts.size() < PAGE ? null : place(alerts.getLast()));
  }

  /// An alert of an administration, or of any; empty when there is none that the reader may see.
  @Transactional
  Optional<ReadingCut> find(String id, Optional<String> administration, Reader reader) {
    return AlertEntity.<AlertEntity>findByIdOptional(id)
        .filter(
            alert -> administration.isEmpty() || administration.get().equals(alert.administration))
        .flatMap(alert -> ReadingCut.of(document(alert), reader));
  }

  private static PanacheQuery<AlertEntity> query(
      Optional<String> administration, @Nullable Place after) {
    var own = administration.orElse(null);
    if (after == null) {
      return own == null
          ? AlertEntity.find("from AlertEntity" + NEWEST_FIRST)
          : AlertEntity.find("administration = ?1" + NEWEST_FIRST, own);
    }
    return own == null
        ? AlertEntity.find(
            BEFORE + NEWEST_FIRST, after.asOf(), after.siren(), after.crossing(), after.id())
        : AlertEntity.find(
            BEFORE + " and administration = ?5" + NEWEST_FIRST,
            after.asOf(),
            after.siren(),
            after.crossing(),
            after.id(),
            own);
  }

  private static Place place(AlertEntity alert) {
    return new Place(alert.asOf, alert.siren, alert.crossing, alert.id);
  }

  private AlertDocument document(AlertEntity alert) {
    try {
      return json.readValue(alert.document, AlertDocument.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("alert " + alert.id + " was not recorded as JSON", e);
    }
  }
}
