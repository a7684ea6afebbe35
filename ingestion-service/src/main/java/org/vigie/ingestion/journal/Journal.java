package org.vigie.ingestion.journal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.delivery.Delivery;
import org.vigie.ingestion.delivery.Hash;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.order.Tally.Counts;

/// Deliveries from their acceptance to their end.
@ApplicationScoped
public class Journal {

  private final Reports reports;
  private final Acceptance acceptance;

  Journal(Reports reports, Acceptance acceptance) {
    this.reports = reports;
    this.acceptance = acceptance;
  }

  /// Accepts a stored delivery: from here on the service finishes it by itself. The same bytes are
  /// answered as they stand; they are taken anew when nothing of them was published, and begin
  /// another life when something else of the source came after them.
  public Report accept(Source source, String file, String sha256, KnownAt knownAt) {
    return acceptance.inOrder(
        instant -> {
          var last = Lives.latest(source, sha256, knownAt).orElse(null);
          if (last != null && !isOvertaken(last, knownAt, instant)) {
            return again(last, file, instant);
          }
          var entry = life(last, source, sha256, knownAt);
          take(entry, file, instant);
          entry.persist();
          return reports.of(entry);
        });
  }

  private Report again(DeliveryEntry entry, String file, Instant instant) {
    return switch (entry.state()) {
      case LOADED -> reports.of(entry).alreadyLoaded(file);
      case PUBLISHING -> reports.of(entry);
      case SUSPENDED, ALREADY_LOADED, REFUSED -> {
        take(entry, file, instant);
        yield reports.of(entry);
      }
    };
  }

  // Of what is neither published nor about to be, nothing can be overtaken.
  private static boolean isOvertaken(DeliveryEntry last, KnownAt knownAt, Instant now) {
    boolean begun = last.started || last.state() == DeliveryState.PUBLISHING;
    return begun && Lives.isFollowed(last, knownAt, now);
  }

  private static DeliveryEntry life(
      @Nullable DeliveryEntry before, Source source, String sha256, KnownAt knownAt) {
    var entry = new DeliveryEntry();
    entry.generation = before == null ? 0 : before.generation + 1;
    entry.id = Hash.ofDelivery(source, sha256, knownAt, entry.generation);
    entry.source = source.text();
    entry.sha256 = sha256;
    entry.knownOn = knownAt.day();
    entry.byRule = knownAt.byRule();
    return entry;
  }

  // Facts that were published keep the instant under which they were.
  private void take(DeliveryEntry entry, String file, Instant instant) {
    entry.file = file;
    entry.acceptedAt = instant;
    entry.ingestedAt = entry.started ? entry.ingestedAt : instant;
    entry.keepsPlace = false;
    entry.failures = 0;
    entry.enter(DeliveryState.PUBLISHING, null);
    count(entry, Counts.none(), Duration.ZERO);
  }

  /// Notes that publishing begins, and dates the delivery: later than all that was ingested so far;
  /// one that was resumed keeps the instant of its acceptance. An attempt after this one asks the
  /// log how far it went, and finds the same date.
  public Delivery started(Delivery delivery) {
    return acceptance.inOrder(
        1,
        instant -> {
          var entry = DeliveryEntry.of(delivery);
          if (!entry.started && !entry.keepsPlace) {
            entry.ingestedAt = instant;
          }
          entry.started = true;
          return entry.delivery();
        });
  }

  /// @param warning what is odd about it; null when nothing is
  @Transactional
  public void loaded(Delivery delivery, Counts counts, @Nullable String warning, Duration taken) {
    var entry = DeliveryEntry.of(delivery);
    entry.enter(DeliveryState.LOADED, warning);
    count(entry, counts, taken);
  }

  @Transactional
  public void refused(Delivery delivery, String reason) {
    DeliveryEntry.of(delivery).enter(DeliveryState.REFUSED, reason);
  }

  /// @param counts of its rows; none of them is published
  @Transactional
  public void refused(Delivery delivery, String reason, Counts counts, Duration taken) {
    var entry = DeliveryEntry.of(delivery);
    entry.enter(DeliveryState.REFUSED, reason);
    count(entry, counts, taken);
  }

  private void count(DeliveryEntry entry, Counts counts, Duration taken) {
    entry.read = counts.read();
    entry.valid = counts.valid();
    entry.rejected = counts.rejected();
    entry.repeated = counts.repeated();
    entry.filtered = counts.filtered();
    entry.facts = counts.facts();
    entry.suspicious = counts.suspicious();
    entry.millis = taken.toMillis();
    entry.lastKnownAt = counts.lastKnownAt();
    entry.errors = reports.write(counts.errors());
  }

  /// Leaves it to the operator.
  @Transactional
  public void suspended(Delivery delivery, String reason) {
    DeliveryEntry.of(delivery).enter(DeliveryState.SUSPENDED, reason);
  }

  @Transactional
  public void alreadyLoaded(Delivery delivery, String earlier) {
    DeliveryEntry.of(delivery).enter(DeliveryState.ALREADY_LOADED, Report.sameBytes(earlier));
  }

  /// The delivery by which the bytes of this one stand loaded; empty when this one is to be loaded.
  /// Asked when its turn has come: all that was accepted before it has been taken up.
  public Optional<String> standing(Delivery delivery) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              var accepted = DeliveryEntry.of(delivery).acceptedAt;
              return Lives.loaded(delivery.source(), delivery.sha256())
                  .filter(earlier -> !Lives.isFollowed(earlier, delivery.knownAt(), accepted))
                  .map(earlier -> earlier.id);
            });
  }

  @Transactional
  public Optional<Report> find(String id) {
    return DeliveryEntry.<DeliveryEntry>findByIdOptional(id).map(reports::of);
  }

  /// Deliveries, those accepted last first.
  ///
  /// @param state those in one state; null for all
  /// @param before those accepted before an instant; null for the latest
  @Transactional
  public List<Report> list(@Nullable DeliveryState state, @Nullable Instant before, int limit) {
    var conditions = new ArrayList<String>();
    var values = new HashMap<String, Object>();
    if (state != null) {
      conditions.add("state = :state");
      values.put("state", state.text());
    }
    if (before != null) {
      conditions.add("acceptedAt < :before");
      values.put("before", before);
    }
    var condition = conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    return DeliveryEntry.<DeliveryEntry>find(condition, Sort.descending("acceptedAt"), values)
        .page(0, limit)
        .stream()
        .map(reports::of)
        .toList();
  }
}
