package org.vigie.features.compute;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.features.facts.CompanyFacts;

/// A company month by month: each month by itself, with all that is known by now.
public final class History {

  /// One month.
  ///
  /// @param month proleptic month
  /// @param values one per feature of the catalogue, NaN for unknown
  /// @param procedure the gravest procédure open at its end
  public record Month(int month, double[] values, Procedure procedure) {}

  /// Every month of a range, in order, both ends included.
  public static List<Month> months(CompanyFacts facts, int from, int to) {
    var series = CompanySeries.of(facts, to, LocalDate.MAX);
    return IntStream.rangeClosed(from, to)
        .mapToObj(month -> Reading.ofMonth(series, month))
        .map(History::month)
        .toList();
  }

  private static Month month(Reading reading) {
    return new Month(
        reading.month(), FeatureCatalogue.read(reading), reading.procedures().gravest());
  }

  private History() {}
}
