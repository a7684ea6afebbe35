package org.vigie.features.export;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.features.compute.VectorAsOf;
import org.vigie.features.facts.ArrivedFact;
import org.vigie.features.facts.Months;
import org.vigie.features.facts.RefusedFact;
import org.vigie.features.facts.Retention;
import org.vigie.features.intake.FactIntake;
import org.vigie.schemas.events.Control.BarrierPassed;
import org.vigie.schemas.events.Control.DayOver;
import org.vigie.schemas.events.Control.ModelInForce;
import org.vigie.schemas.events.SourceEvent;
import org.vigie.schemas.events.SourceEvent.FactsOfCompany;

/// What one partition of the log says of its companies, replayed from its beginning.
final class PartitionReplay {

  private final Map<String, CompanyVersions> companies = new TreeMap<>();
  private @Nullable LocalDate openDay;
  private LocalDate reached = LocalDate.MIN;

  /// Takes the next record of the partition.
  void take(SourceEvent event) {
    switch (event) {
      case FactsOfCompany facts -> takeFacts(facts);
      case DayOver(LocalDate day) -> open(day.plusDays(1));
      case BarrierPassed _, ModelInForce _ -> {
        // Says nothing of companies.
      }
    }
  }

  private void takeFacts(FactsOfCompany facts) {
    var siren = facts.record().getSiren();
    var versions = companies.computeIfAbsent(siren, _ -> new CompanyVersions());
    for (var arrival : new FactIntake(facts, openDay).arrivals()) {
      switch (arrival) {
        case ArrivedFact fact -> {
          fact.parts().forEach(versions::add);
          reach(fact.knownOn());
        }
        case RefusedFact _ -> {
          // Was rejected when the stream met it.
        }
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
