package org.vigie.ingestion.journal;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.ingestion.journal.Work.ToControl;
import org.vigie.ingestion.journal.Work.ToLoad;

/// The work that is accepted and not finished, of whatever kind. It stands in the database, so that
/// a restart finds it.
@ApplicationScoped
public class Agenda {

  /// What was accepted first of all that is not finished.
  @Transactional
  public Optional<Work> next() {
    return Stream.concat(firstDelivery().stream(), firstControl().stream())
        .min(Comparator.comparing(Work::acceptedAt));
  }

  private static Optional<Work> firstDelivery() {
    return DeliveryEntry.<DeliveryEntry>find("state = 'publishing'", Sort.by("acceptedAt"))
        .firstResultOptional()
        .map(entry -> new ToLoad(entry.delivery(), entry.acceptedAt, entry.started));
  }

  private static Optional<Work> firstControl() {
    return ControlEntry.<ControlEntry>find("written = false", Sort.by("ingestedAt"))
        .firstResultOptional()
        .map(
            entry ->
                new ToControl(
                    entry.id, ControlKind.ofText(entry.kind), entry.value, entry.ingestedAt));
  }
}
