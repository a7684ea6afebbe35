package org.vigie.ingestion.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.delivery.Delivery;

/// How often a delivery was taken up and not carried out. An attempt counts as failed from its
/// begin, until it turns out otherwise: one that ends the service counts too.
@ApplicationScoped
public class Attempts {

  /// A reason that stands after so many attempts lasts: with the pauses between them, some seconds.
  public static final int FAILURES_MAX = 5;

  private static final String NEVER_ENDED = "the service ended each time it was carried out";

  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  // Words of an exception, which may quote what it met.
  private static final int REASON_CHARS_MAX = 500;

  // One thread carries deliveries out: the attempt begun last, and the one that is not to be
  // counted even if the database could not be told.
  private volatile @Nullable Begun begun;
  private volatile @Nullable Begun uncounted;

  /// @param failures before the attempt
  private record Begun(String delivery, int failures) {

    boolean isOf(DeliveryEntry entry) {
      return delivery.equals(entry.id);
    }
  }

  /// Begins an attempt. False when there were too many: then the delivery is suspended.
  @Transactional
  public boolean begin(Delivery delivery) {
    var entry = DeliveryEntry.of(delivery);
    var before = uncounted;
    int failures = before != null && before.isOf(entry) ? before.failures : entry.failures;
    begun = new Begun(entry.id, failures);
    uncounted = null;
    if (failures >= FAILURES_MAX) {
      entry.enter(DeliveryState.SUSPENDED, entry.reason == null ? NEVER_ENDED : entry.reason);
      return false;
    }
    entry.failures = failures + 1;
    return true;
  }

  /// Ends an attempt that failed for a reason of the delivery's own. False when it is suspended by
  /// this one.
  @Transactional
  public boolean failed(Delivery delivery, String reason) {
    var entry = DeliveryEntry.of(delivery);
    boolean again = entry.failures < FAILURES_MAX;
    entry.enter(again ? DeliveryState.PUBLISHING : DeliveryState.SUSPENDED, words(reason));
    return again;
  }

  // PostgreSQL takes no NUL.
  private static String words(String reason) {
    var cut = reason.substring(0, Math.min(reason.length(), REASON_CHARS_MAX));
    return CONTROLS.matcher(cut).replaceAll(" ");
  }

  /// Ends an attempt that says nothing of the delivery: a broker or the database was away, or the
  /// service stops. When this fails, too, the next begin makes up for it.
  @Transactional
  public void uncounted(Delivery delivery) {
    var ended = begun;
    uncounted = ended;
    var entry = DeliveryEntry.of(delivery);
    if (ended != null && ended.isOf(entry)) {
      entry.failures = ended.failures;
    }
  }
}
