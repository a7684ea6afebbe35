package org.vigie.ingestion.journal;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/// Deliveries that wait for the operator. One that is resumed takes its own place again: it is the
/// next on the lane, and counts as ingested when it was accepted, so that what was delivered after
/// it stands before it.
@ApplicationScoped
public class Suspension {

  // What a glance shows; the listing of deliveries has them all.
  private static final int NAMED_MAX = 10;

  private final Acceptance acceptance;
  private final Reports reports;

  Suspension(Acceptance acceptance, Reports reports) {
    this.acceptance = acceptance;
    this.reports = reports;
  }

  /// @param count how many are suspended
  /// @param first ids of the first of them
  public record Overview(long count, List<String> first) {

    public Overview {
      first = List.copyOf(first);
    }
  }

  @Transactional
  public Overview overview() {
    var suspended =
        DeliveryEntry.<DeliveryEntry>find(
            "state = ?1", Sort.by("acceptedAt"), DeliveryState.SUSPENDED.text());
    var first = suspended.page(0, NAMED_MAX).stream().map(entry -> entry.id).toList();
    return new Overview(first.size() < NAMED_MAX ? first.size() : suspended.count(), first);
  }

  /// Puts a suspended delivery back on the lane; one that is not suspended is left as it stands.
  /// Empty when there is none.
  public Optional<Report> resume(String id) {
    return acceptance.inOrder(
        _ ->
            DeliveryEntry.<DeliveryEntry>findByIdOptional(id)
                .map(
                    entry -> {
                      if (entry.state() == DeliveryState.SUSPENDED) {
                        entry.enter(DeliveryState.PUBLISHING, null);
                        entry.failures = 0;
                        entry.keepsPlace = true;
                      }
                      return reports.of(entry);
                    }));
  }

  /// Ends a suspended delivery; one that is not suspended is left as it stands. Empty when there is
  /// none.
  ///
  /// @param reason the operator's words
  public Optional<Report> refuse(String id, String reason) {
    return acceptance.inOrder(
        _ ->
            DeliveryEntry.<DeliveryEntry>findByIdOptional(id)
                .map(
                    entry -> {
                      if (entry.state() == DeliveryState.SUSPENDED) {
                        entry.enter(DeliveryState.REFUSED, byOperator(entry, reason));
                      }
                      return reports.of(entry);
                    }));
  }

  private static String byOperator(DeliveryEntry entry, String reason) {
    var words = "refused by the operator: " + reason;
    return entry.started ? words + "; what was published of it before stands" : words;
  }
}
