package org.vigie.features.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.features.facts.Amounts;
import org.vigie.features.facts.Arrival;
import org.vigie.features.facts.ArrivedFact;
import org.vigie.features.facts.ArrivedFact.Part;
import org.vigie.features.facts.CompanyIdentity;
import org.vigie.features.facts.CotisationLine;
import org.vigie.features.facts.DebtOperation;
import org.vigie.features.facts.Ending;
import org.vigie.features.facts.EtablissementState;
import org.vigie.features.facts.FactKey;
import org.vigie.features.facts.FactValue;
import org.vigie.features.facts.FactVersion;
import org.vigie.features.facts.HeadcountCell;
import org.vigie.features.facts.Months;
import org.vigie.features.facts.ProcedureEvent;
import org.vigie.features.facts.Rank;
import org.vigie.features.facts.RefusedFact;
import org.vigie.schemas.Cotisation;
import org.vigie.schemas.Debit;
import org.vigie.schemas.Effectif;
import org.vigie.schemas.EffectifCell;
import org.vigie.schemas.Etablissement;
import org.vigie.schemas.Fact;
import org.vigie.schemas.Facts;
import org.vigie.schemas.Operation;
import org.vigie.schemas.Procol;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.UniteLegale;
import org.vigie.schemas.access.Section;

/// From the facts of one record to keyed versions. A fact is refused here, or it can be computed
/// with on any day to come, whatever else stands of its company: nothing after this stage refuses.
///
/// @param record a record whose body is `Facts`
/// @param openDay the open day at its place in the log; null on a fresh log
public record FactIntake(SourceRecord record, @Nullable LocalDate openDay) {

  /// Years of four digits. Time alone brings a company from its first knownAt to the closed day,
  /// turn by turn: a wrong year must not ask for millions of turns.
  private static final Instant KNOWN_MIN = Instant.parse("1000-01-01T00:00:00Z");

  private static final Instant KNOWN_MAX = Instant.parse("9999-12-31T00:00:00Z");

  private static final int MONTH_MIN = Months.parse("1000-01");
  private static final int MONTH_MAX = Months.parse("9999-12");

  private static final Set<Integer> PERIODS = Set.of(1, 3, 12);
  private static final Set<String> ACTIONS = Set.of("liquidation", "redressement", "sauvegarde");

  /// The facts in order of the record.
  public List<Arrival> arrivals() {
    return ((Facts) record.getBody()).getFacts().stream().map(this::arrival).toList();
  }

  private Arrival arrival(Fact fact) {
    var reason = reasonToRefuse(fact);
    return reason == null
        ? new ArrivedFact(
            fact.getId(), record.getSource(), fact.getOccurredAt(), parts(fact, key(fact)))
        : new RefusedFact(fact.getKey(), fact.getPlace(), reason);
  }

  private @Nullable String reasonToRefuse(Fact fact) {
    if (!hasSection(record.getSource())) {
      return "no section is known for source " + record.getSource();
    }
    if (isOutOfTime(fact.getKnownAt()) || isOutOfTime(record.getIngestedAt())) {
      return "a fact is known and ingested in a year of four digits";
    }
    if (fact.getOperation() == Operation.RETRACT) {
      return null;
    }
    return switch (fact.getBody()) {
      case null -> "a recorded fact has a body";
      case Cotisation line when !PERIODS.contains(line.getMonths()) ->
          "a period has 1, 3 or 12 months, not " + line.getMonths();
      case Cotisation line when !Amounts.isPossible(line.getDue()) -> impossible(line.getDue());
      case Debit operation when !Amounts.isPossible(operation.getPartOuvriere()) ->
          impossible(operation.getPartOuvriere());
      case Debit operation when !Amounts.isPossible(operation.getPartPatronale()) ->
          impossible(operation.getPartPatronale());
      case Procol event when !ACTIONS.contains(event.getAction()) ->
          "no action is named " + event.getAction();
      case Effectif row when row.getCells().isEmpty() ->
          "a row of headcounts has at least one cell";
      case Effectif row when row.getCells().stream().anyMatch(FactIntake::isOutOfTime) ->
          "the months of a headcount, and when it is known, are in years of four digits";
      case Cotisation _, Debit _, Procol _, Effectif _, Etablissement _, UniteLegale _ -> null;
      // Whatever has no value below is refused here.
      default -> "this release cannot read a fact whose body is a " + kind(fact.getBody());
    };
  }

  private static String kind(Object body) {
    return body.getClass().getSimpleName();
  }

  /// Whether the access policy can say who may see facts of a source.
  private static boolean hasSection(String source) {
    try {
      Section.ofSource(source);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean isOutOfTime(Instant instant) {
    return instant.isBefore(KNOWN_MIN) || instant.isAfter(KNOWN_MAX);
  }

  private static boolean isOutOfTime(EffectifCell cell) {
    return isOutOfTime(cell.getKnownAt())
        || cell.getMonth() < MONTH_MIN
        || cell.getMonth() > MONTH_MAX;
  }

  private static String impossible(long amount) {
    return "an amount is at most " + Amounts.CENTIMES_MAX + " centimes, not " + amount;
  }

  private FactKey key(Fact fact) {
    return new FactKey(record.getSiren(), record.getSource(), fact.getKey());
  }

  private List<Part> parts(Fact fact, FactKey key) {
    if (fact.getOperation() == Operation.RECORD && fact.getBody() instanceof Effectif row) {
      return row.getCells().stream().map(cell -> cellPart(fact, key, row, cell)).toList();
    }
    var knownAt = micros(fact.getKnownAt());
    if (fact.getOperation() == Operation.RECORD) {
      return List.of(part(fact, key, knownAt, fact.getOccurredAt(), value(fact)));
    }
    // A withdrawn row of headcounts must be kept as long as the cells that it takes with it.
    var occurredOn = key.isRowOfCells() ? rank(fact, knownAt).knownOn() : fact.getOccurredAt();
    return List.of(part(fact, key, knownAt, occurredOn, null));
  }

  private Part cellPart(Fact fact, FactKey row, Effectif body, EffectifCell cell) {
    return part(
        fact,
        row.cell(cell.getMonth()),
        micros(cell.getKnownAt()),
        Months.firstDay(cell.getMonth()),
        new HeadcountCell(body.getSiret(), body.getCompte(), cell.getMonth(), cell.getHeadcount()));
  }

  private Part part(
      Fact fact, FactKey key, long knownAt, LocalDate occurredOn, @Nullable FactValue value) {
    var rank = rank(fact, knownAt);
    var knownOn = rank.knownOn();
    return new Part(key, new FactVersion(rank, occurredOn, value), knownOn, countsFrom(knownOn));
  }

  private Rank rank(Fact fact, long knownAt) {
    return new Rank(knownAt, micros(record.getIngestedAt()), fact.getPlace());
  }

  /// The later of the day it was known and the open day; of history, the day it was known.
  private LocalDate countsFrom(LocalDate knownOn) {
    return record.getHistory() || openDay == null || openDay.isBefore(knownOn) ? knownOn : openDay;
  }

  private FactValue value(Fact fact) {
    return switch (fact.getBody()) {
      case Cotisation line ->
          new CotisationLine(line.getFirstMonth(), line.getMonths(), line.getDue());
      case Debit operation -> debt(operation);
      case Procol event ->
          new ProcedureEvent(event.getAction(), event.getStage(), event.getEffectiveOn());
      case Etablissement etablissement -> etablissement(fact, etablissement);
      case UniteLegale company -> identity(fact, company);
      default -> throw new IllegalStateException("no fact has a body like " + fact.getBody());
    };
  }

  private static DebtOperation debt(Debit operation) {
    var ecart =
        "%s|%d+%d|%s"
            .formatted(
                operation.getCompte(),
                operation.getFirstMonth(),
                operation.getMonths(),
                operation.getEcart());
    return new DebtOperation(
        ecart,
        operation.getHistoryNumber(),
        operation.getProcessedOn(),
        operation.getPartOuvriere(),
        operation.getPartPatronale());
  }

  private EtablissementState etablissement(Fact fact, Etablissement body) {
    return new EtablissementState(
        body.getSiret(),
        body.getSiege(),
        body.getDepartement(),
        body.getCreatedOn(),
        body.getClosed() ? ending(fact, body.getStateSince()) : null);
  }

  private CompanyIdentity identity(Fact fact, UniteLegale body) {
    return new CompanyIdentity(
        body.getName(),
        body.getLegalCategory(),
        body.getNaf(),
        body.getCreatedOn(),
        body.getCeased() ? ending(fact, body.getStateSince()) : null);
  }

  /// Without a day of its own, an ending took place when it was delivered. In history ingestion
  /// dates it a month after its day, but never later than the delivery.
  private Ending ending(Fact fact, @Nullable LocalDate since) {
    var knownOn = rank(fact, micros(fact.getKnownAt())).knownOn();
    var on = since == null ? knownOn : since;
    return new Ending(on, record.getHistory() ? earlier(on.plusMonths(1), knownOn) : on);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
