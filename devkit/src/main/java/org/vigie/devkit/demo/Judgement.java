package org.vigie.devkit.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// How good the alerts of one level were. Pure: alerts and truth in, figures out.
///
/// @param precision of the companies first alerted in the demo's months, the share that fails
///     within 18 months
/// @param recall of the failures of scored companies within 18 months after the first demo month,
///     the share alerted before
/// @param medianLeadMonths whole months from first alert to failure, median over the failures
///     alerted before; NaN when there are none
public record Judgement(Share precision, Share recall, double medianLeadMonths) {

  private static final int HORIZON_MONTHS = 18;

  /// A share with its counts and a 90 % bootstrap interval; NaN when there is nothing to count.
  public record Share(long hits, long of, double value, double low, double high) {

    // Enough for the second decimal of a 5 % quantile.
    private static final int RESAMPLES = 2000;
    private static final double TAIL = 0.05;

    static Share of(List<Boolean> outcomes) {
      long hits = outcomes.stream().filter(hit -> hit).count();
      if (outcomes.isEmpty()) {
        return new Share(0, 0, Double.NaN, Double.NaN, Double.NaN);
      }
      var random = new SplittableRandom(outcomes.size());
      double[] means =
          IntStream.range(0, RESAMPLES).mapToDouble(_ -> resampled(outcomes, random)).toArray();
      Arrays.sort(means);
      return new Share(
          hits,
          outcomes.size(),
          (double) hits / outcomes.size(),
          means[(int) (RESAMPLES * TAIL)],
          means[(int) (RESAMPLES * (1 - TAIL)) - 1]);
    }

    private static double resampled(List<Boolean> outcomes, SplittableRandom random) {
      int hits = 0;
      for (int i = 0; i < outcomes.size(); i++) {
        if (outcomes.get(random.nextInt(outcomes.size()))) {
          hits++;
        }
      }
      return (double) hits / outcomes.size();
    }
  }

  /// Judges the first alerts of companies.
  ///
  /// @param firstAlerts day of the first alert at the level judged, by SIREN
  /// @param scored companies scored at least once
  /// @param first day of the first delivery: alerts of it count for recall alone
  /// @param firstMonth day of the first monthly delivery, from which failures are counted
  /// @param truth what happens
  public static Judgement of(
      Map<String, LocalDate> firstAlerts,
      List<String> scored,
      LocalDate first,
      LocalDate firstMonth,
      Truth truth) {
    var right = new ArrayList<Boolean>();
    firstAlerts.forEach(
        (siren, alerted) -> {
          boolean alreadyFailed =
              truth.failure(siren).filter(failure -> !failure.isAfter(alerted)).isPresent();
          if (alerted.isAfter(first) && !alreadyFailed) {
            right.add(truth.failure(siren).filter(failure -> within(alerted, failure)).isPresent());
          }
        });
    var found = new ArrayList<Boolean>();
    var leads = new ArrayList<Long>();
    for (String siren : scored) {
      truth
          .failure(siren)
          .filter(failure -> within(firstMonth, failure))
          .ifPresent(
              failure -> {
                LocalDate alerted = firstAlerts.get(siren);
                boolean before = alerted != null && alerted.isBefore(failure);
                found.add(before);
                if (before) {
                  leads.add(ChronoUnit.MONTHS.between(alerted, failure));
                }
              });
    }
    return new Judgement(Share.of(right), Share.of(found), median(leads));
  }

  private static boolean within(LocalDate from, LocalDate failure) {
    return failure.isAfter(from) && !failure.isAfter(from.plusMonths(HORIZON_MONTHS));
  }

  private static double median(List<Long> months) {
    if (months.isEmpty()) {
      return Double.NaN;
    }
    long[] sorted = months.stream().mapToLong(Long::longValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }
}
