package org.vigie.features.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.vigie.features.facts.ProcedureEvent.Action;
import org.vigie.features.facts.Rank;
import org.vigie.features.facts.RefusedFact;
import org.vigie.schemas.Cotisation;
import org.vigie.schemas.Debit;
import org.vigie.schemas.Effectif;
import org.vigie.schemas.EffectifCell;
import org.vigie.schemas.Etablissement;
import org.vigie.schemas.Fact;
import org.vigie.schemas.Operation;
import org.vigie.schemas.Procol;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.UniteLegale;
import org.vigie.schemas.events.FactBody;
import org.vigie.schemas.events.FactBody.OfCotisation;
import org.vigie.schemas.events.FactBody.OfDebit;
import org.vigie.schemas.events.FactBody.OfEffectif;
import org.vigie.schemas.events.FactBody.OfProcol;
import org.vigie.schemas.events.FactBody.OfSirene;
import org.vigie.schemas.events.FactBody.OfSireneUl;
import org.vigie.schemas.events.SourceEvent.FactsOfCompany;
import org.vigie.schemas.events.SourceEvent.StatedFact;

/// From the facts of one record to keyed versions. A fact is refused here, or it can be computed
/// with on any day to come, whatever else stands of its company: nothing after this stage refuses.
///
/// @param facts what one record says
/// @param openDay the open day at its place in the log; null on a fresh log
public record FactIntake(FactsOfCompany facts, @Nullable LocalDate openDay) {

  /// The facts in order of the record.
  public List<Arrival> arrivals() {
    return facts.facts().stream().map(this::arrival).toList();
  }

  private Arrival arrival(StatedFact stated) {
    var fact = stated.fact();
    var fault = FactCheck.fault(record(), stated);
    return fault == null
        ? new ArrivedFact(fact.getId(), record().getSource(), fact.getOccurredAt(), parts(stated))
        : new RefusedFact(fact.getKey(), fact.getPlace(), fault);
  }

  private List<Part> parts(StatedFact stated) {
    var fact = stated.fact();
    var body = fact.getOperation() == Operation.RETRACT ? null : stated.body();
    return body == null ? List.of(withdrawn(fact)) : parts(fact, body);
  }

  private FactKey key(Fact fact) {
    return new FactKey(record().getSiren(), record().getSource(), fact.getKey());
  }

  private List<Part> parts(Fact fact, FactBody body) {
    return switch (body) {
      case OfEffectif(Effectif row) ->
          row.getCells().stream().map(cell -> cellPart(fact, key(fact), row, cell)).toList();
      case OfCotisation(Cotisation line) ->
          whole(fact, new CotisationLine(line.getFirstMonth(), line.getMonths(), line.getDue()));
      case OfDebit(Debit operation) -> whole(fact, debt(operation));
      case OfProcol(Procol event) -> whole(fact, procedure(event));
      case OfSirene(Etablissement etablissement) -> whole(fact, etablissement(fact, etablissement));
      case OfSireneUl(UniteLegale company) -> whole(fact, identity(fact, company));
    };
  }

  private List<Part> whole(Fact fact, FactValue value) {
    return List.of(part(fact, key(fact), micros(fact.getKnownAt()), fact.getOccurredAt(), value));
  }

  // A withdrawn row of headcounts must be kept as long as the cells that it takes with it.
  private Part withdrawn(Fact fact) {
    var key = key(fact);
    var knownAt = micros(fact.getKnownAt());
    var occurredOn = key.isRowOfCells() ? rank(fact, knownAt).knownOn() : fact.getOccurredAt();
    return part(fact, key, knownAt, occurredOn, null);
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
    return new Rank(knownAt, micros(record().getIngestedAt()), fact.getPlace());
  }

  /// The later of the day it was known and the open day; of history, the day it was known.
  private LocalDate countsFrom(LocalDate knownOn) {
    return record().getHistory() || openDay == null || openDay.isBefore(knownOn)
        ? knownOn
        : openDay;
  }

  private SourceRecord record() {
    return facts.record();
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

  private static ProcedureEvent procedure(Procol event) {
    var action = Action.ofText(event.getAction()).orElseThrow();
    return new ProcedureEvent(action, event.getStage(), event.getEffectiveOn());
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
    return new Ending(on, record().getHistory() ? earlier(on.plusMonths(1), knownOn) : on);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
