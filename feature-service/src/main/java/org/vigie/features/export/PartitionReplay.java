package org.vigie.features.export;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.features.compute.VectorAsOf;
import org.vigie.features.facts.ArrivedFact;
import org.vigie.features.facts.Months;
import org.vigie.features.facts.Retention;
import org.vigie.features.intake.FactIntake;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.Facts;
import org.vigie.schemas.SourceRecord;

/// What one partition of the log says of its companies, replayed from its beginning.
final class PartitionReplay {

  private final Map<String, CompanyVersions> companies = new TreeMap<>();
  private @Nullable LocalDate openDay;
  private LocalDate reached = LocalDate.MIN;

  /// Takes the next record of the partition.
  void take(SourceRecord record) {
    switch (record.getBody()) {
      case Facts _ -> takeFacts(record);
      case DayClosed closed -> open(closed.getDay().plusDays(1));
      default -> {
        // A barrier or an activation says nothing of companies.
      }
    }
  }

  private void takeFacts(SourceRecord record) {
    var versions = companies.computeIfAbsent(record.getSiren(), _ -> new CompanyVersions());
    for (var arrival : new FactIntake(record, openDay).arrivals()) {
      if (arrival instanceof ArrivedFact fact) {
        fact.parts().forEach(versions::add);
        reach(fact.knownOn());
      }
    }
  }

  private void open(LocalDate day) {
    if (openDay == null || day.isAfter(openDay)) {
      openDay = day;
      reach(day);
    }
  }

  private void reach(LocalDate day) {
    if (day.isAfter(reached)) {
      reached = day;
    }
  }

  /// A row for each company and turn of a month that the log has reached, from the first on which
  /// the company was known; in order of SIREN, then of time.
  Stream<TrainingRow> rows(int firstMonth, int lastMonth, Retention retention) {
    return companies.entrySet().stream()
        .flatMap(
            company ->
                Stream.iterate(firstMonth, month -> month <= lastMonth, month -> month + 1)
                    .map(Months::turn)
                    .filter(turn -> !turn.isAfter(reached) && company.getValue().knownOn(turn))
                    .map(turn -> row(company.getKey(), company.getValue(), turn, retention)));
  }

  private static TrainingRow row(
      String siren, CompanyVersions versions, LocalDate turn, Retention retention) {
    return new TrainingRow(
        siren, VectorAsOf.compute(versions.on(turn).asOf(turn, retention), turn));
  }
}
