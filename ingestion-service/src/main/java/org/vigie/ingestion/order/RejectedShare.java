package org.vigie.ingestion.order;

import java.util.Optional;
import org.vigie.ingestion.order.Tally.Counts;
import org.vigie.ingestion.order.Tally.RowError;

/// How many rows of a file may be rejected. With more, or when none can be used, it is the file
/// that is wrong, and it is refused whole. Rows that are filtered are right: a file of nothing else
/// is no error of its sender (months of an effectif in which nobody counted, établissements of
/// another nomenclature), and is not refused.
///
/// @param max the largest share, from 0 to 1
public record RejectedShare(double max) {

  /// One row in five: no known delivery of a source comes near.
  public static final RejectedShare USUAL = new RejectedShare(0.2);

  // In a shorter file a few rows are a large share.
  static final int ROWS_MIN = 50;

  private static final int PER_CENT = 100;

  public RejectedShare {
    if (!(max >= 0 && max <= 1)) {
      throw new IllegalArgumentException("a share of rejected rows is 0 to 1, not " + max);
    }
  }

  /// Why a file is refused by the counts of its rows; empty when it is not.
  public Optional<String> refusal(Counts counts) {
    if (counts.rejected() == 0) {
      return Optional.empty();
    }
    long usable = counts.read() - counts.rejected() - counts.filtered();
    if (usable == 0) {
      return Optional.of(
          "none of its %,d rows can be used".formatted(counts.read()) + first(counts));
    }
    boolean tooMany = counts.read() >= ROWS_MIN && counts.rejected() > max * counts.read();
    return tooMany
        ? Optional.of(
            "%,d of its %,d rows are rejected, and max-rejected-share is %.0f %%"
                    .formatted(counts.rejected(), counts.read(), max * PER_CENT)
                + first(counts))
        : Optional.empty();
  }

  private static String first(Counts counts) {
    return counts.errors().stream().findFirst().map(RejectedShare::words).orElse("");
  }

  private static String words(RowError error) {
    var column = error.column() == null ? "" : error.column() + " ";
    return "; the first is line %d: %s%s".formatted(error.line(), column, error.reason());
  }
}
