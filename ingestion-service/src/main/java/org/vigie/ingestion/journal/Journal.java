package org.vigie.ingestion.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.delivery.Delivery;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.order.Tally.Counts;
import org.vigie.ingestion.order.Tally.RowError;

/// Deliveries from their acceptance to their end.
@ApplicationScoped
public class Journal {

  // What a listing shows: the latest ones.
  private static final int LISTED_MAX = 1_000;

  private static final TypeReference<List<RowError>> ERRORS = new TypeReference<>() {};

  private final ObjectMapper json;
  private final Acceptance acceptance;

  Journal(ObjectMapper json, Acceptance acceptance) {
    this.json = json;
    this.acceptance = acceptance;
  }

  /// Accepts a stored delivery: from here on the service finishes it by itself. One that is being
  /// loaded is answered as it stands, one that was loaded is already loaded; one that was refused
  /// is tried again.
  public Report accept(String id, Source source, String file, String sha256, KnownAt knownAt) {
    return acceptance.inOrder(
        instant -> {
          DeliveryEntry known = DeliveryEntry.findById(id);
          if (known != null && known.state.equals(Report.LOADED)) {
            return report(known).alreadyLoaded(file);
          }
          if (known != null && known.state.equals(Report.PUBLISHING)) {
            return report(known);
          }
          var entry = known == null ? new DeliveryEntry() : known;
          entry.id = id;
          entry.file = file;
          entry.source = source.text();
          entry.sha256 = sha256;
          entry.knownOn = knownAt.day();
          entry.byRule = knownAt.byRule();
          entry.acceptedAt = instant;
          entry.ingestedAt = instant;
          entry.state = Report.PUBLISHING;
          entry.started = false;
          entry.reason = null;
          entry.errors = "[]";
          entry.persist();
          return report(entry);
        });
  }

  /// Notes that publishing begins, and dates the delivery: later than all that was ingested so far.
  /// An attempt after this one asks the log how far it went, and finds the same date.
  public Delivery started(Delivery delivery) {
    return acceptance.inOrder(
        1,
        instant -> {
          var entry = entry(delivery);
          if (!entry.started) {
            entry.started = true;
            entry.ingestedAt = instant;
          }
          return entry.delivery();
        });
  }

  /// @param warning what is odd about it; null when nothing is
  @Transactional
  public void loaded(Delivery delivery, Counts counts, @Nullable String warning, Duration taken) {
    var entry = entry(delivery);
    entry.state = Report.LOADED;
    entry.reason = warning;
    entry.read = counts.read();
    entry.valid = counts.valid();
    entry.rejected = counts.rejected();
    entry.repeated = counts.repeated();
    entry.filtered = counts.filtered();
    entry.facts = counts.facts();
    entry.suspicious = counts.suspicious();
    entry.millis = taken.toMillis();
    entry.lastKnownAt = counts.lastKnownAt();
    entry.errors = write(counts.errors());
  }

  @Transactional
  public void refused(Delivery delivery, String reason) {
    end(delivery, Report.REFUSED, reason);
  }

  @Transactional
  public void alreadyLoaded(Delivery delivery, String earlier) {
    end(delivery, Report.ALREADY_LOADED, "the same bytes were loaded as delivery " + earlier);
  }

  private void end(Delivery delivery, String state, String reason) {
    var entry = entry(delivery);
    entry.state = state;
    entry.reason = reason;
  }

  /// The delivery by which the bytes of this one stand loaded; empty when this one is to be loaded.
  /// Asked when its turn has come: all that is loaded was taken up before it. The same bytes are
  /// loaded again only when another delivery of the source came between and they are said to be
  /// known later.
  public Optional<String> standing(Delivery delivery) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                DeliveryEntry.<DeliveryEntry>find(
                        "source = ?1 and sha256 = ?2 and state = 'loaded'",
                        Sort.descending("ingestedAt"),
                        delivery.source().text(),
                        delivery.sha256())
                    .firstResultOptional()
                    .filter(earlier -> !isOvertaken(earlier, delivery))
                    .map(earlier -> earlier.id));
  }

  private static boolean isOvertaken(DeliveryEntry earlier, Delivery delivery) {
    boolean later =
        !delivery.knownAt().byRule() && delivery.knownAt().day().isAfter(earlier.knownOn);
    return later && (isFileAfter(earlier) || isPushAfter(earlier));
  }

  private static boolean isFileAfter(DeliveryEntry earlier) {
    return DeliveryEntry.count(
            "source = ?1 and sha256 <> ?2 and state = 'loaded' and ingestedAt > ?3",
            earlier.source,
            earlier.sha256,
            earlier.ingestedAt)
        > 0;
  }

  private static boolean isPushAfter(DeliveryEntry earlier) {
    return PushEntry.count(
            "source = ?1 and state <> 'unpublished' and ingestedAt > ?2",
            earlier.source,
            earlier.ingestedAt)
        > 0;
  }

  @Transactional
  public Optional<Report> find(String id) {
    return DeliveryEntry.<DeliveryEntry>findByIdOptional(id).map(this::report);
  }

  /// The latest deliveries, the latest first.
  @Transactional
  public List<Report> latest() {
    return DeliveryEntry.<DeliveryEntry>findAll(Sort.descending("acceptedAt"))
        .page(0, LISTED_MAX)
        .stream()
        .map(this::report)
        .toList();
  }

  private static DeliveryEntry entry(Delivery delivery) {
    return DeliveryEntry.<DeliveryEntry>findByIdOptional(delivery.id())
        .orElseThrow(() -> new IllegalStateException("no journal of delivery " + delivery.id()));
  }

  private Report report(DeliveryEntry entry) {
    return new Report(
        entry.id,
        entry.file,
        entry.source,
        entry.state,
        entry.reason,
        entry.read,
        entry.valid,
        entry.rejected,
        entry.repeated,
        entry.filtered,
        entry.facts,
        entry.suspicious,
        entry.millis,
        entry.sha256,
        read(entry.errors));
  }

  private List<RowError> read(String errors) {
    try {
      return json.readValue(errors, ERRORS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the journal holds errors that are not JSON", e);
    }
  }

  private String write(List<RowError> errors) {
    try {
      return json.writeValueAsString(errors);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("errors cannot be written as JSON", e);
    }
  }
}
