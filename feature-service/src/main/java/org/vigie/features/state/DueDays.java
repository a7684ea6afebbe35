package org.vigie.features.state;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// The companies of a partition whose vector changes by itself on a day that is already known, each
/// with the next such day; by day and by company.
public final class DueDays {

  private static final char SEPARATOR = '/';

  /// Behind all days, whose texts begin with a digit.
  private static final String OF_COMPANY = "company" + SEPARATOR;

  /// The last day whose text has its place among those of other days.
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final KeyValueStore<String, String> store;

  public DueDays(KeyValueStore<String, String> store) {
    this.store = store;
  }

  /// From now on a company is due on this day and on no other; null when no day is known.
  public void expect(String siren, @Nullable LocalDate day) {
    var next = day == null || day.isAfter(LAST_DAY) ? null : day.toString();
    var before = store.get(OF_COMPANY + siren);
    if (before != null && !before.equals(next)) {
      store.delete(before + SEPARATOR + siren);
      store.delete(OF_COMPANY + siren);
    }
    if (next != null && !next.equals(before)) {
      store.put(next + SEPARATOR + siren, siren);
      store.put(OF_COMPANY + siren, next);
    }
  }

  /// The companies that are due by a day, in order of the day on which they are: at most so many.
  public List<String> by(LocalDate day, int most) {
    var sirens = new ArrayList<String>();
    try (var range = store.range(null, endOf(day.isAfter(LAST_DAY) ? LAST_DAY : day))) {
      while (range.hasNext() && sirens.size() < most) {
        sirens.add(range.next().value);
      }
    }
    return sirens;
  }

  public boolean isAnyBy(LocalDate day) {
    return !by(day, 1).isEmpty();
  }

  /// Every key of a day and of those before it is before this text.
  private static String endOf(LocalDate day) {
    return day.toString() + (char) (SEPARATOR + 1);
  }
}
