package org.vigie.features.intake;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.features.facts.Amounts;
import org.vigie.features.facts.Months;
import org.vigie.features.facts.ProcedureEvent.Action;
import org.vigie.schemas.Cotisation;
import org.vigie.schemas.Debit;
import org.vigie.schemas.Effectif;
import org.vigie.schemas.EffectifCell;
import org.vigie.schemas.Operation;
import org.vigie.schemas.Procol;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.access.Section;
import org.vigie.schemas.events.FactBody;
import org.vigie.schemas.events.FactBody.OfCotisation;
import org.vigie.schemas.events.FactBody.OfDebit;
import org.vigie.schemas.events.FactBody.OfEffectif;
import org.vigie.schemas.events.FactBody.OfProcol;
import org.vigie.schemas.events.FactBody.OfSirene;
import org.vigie.schemas.events.FactBody.OfSireneUl;
import org.vigie.schemas.events.SourceEvent.StatedFact;

/// What a fact must keep to be computed with.
final class FactCheck {

  /// Years of four digits. Time alone brings a company from its first knownAt to the closed day,
  /// turn by turn: a wrong year must not ask for millions of turns.
  private static final Instant KNOWN_MIN = Instant.parse("1000-01-01T00:00:00Z");

  private static final Instant KNOWN_MAX = Instant.parse("9999-12-31T00:00:00Z");

  private static final int MONTH_MIN = Months.parse("1000-01");
  private static final int MONTH_MAX = Months.parse("9999-12");

  private static final Set<Integer> PERIODS = Set.of(1, 3, 12);

  /// The rule that a fact breaks; null when it breaks none. One that is recorded then has a body.
  ///
  /// @param record the record that holds it
  static @Nullable String fault(SourceRecord record, StatedFact stated) {
    var fact = stated.fact();
    if (!Section.isSource(record.getSource())) {
      return "no section is known for source " + record.getSource();
    }
    if (isOutOfTime(fact.getKnownAt()) || isOutOfTime(record.getIngestedAt())) {
      return "a fact is known and ingested in a year of four digits";
    }
    if (fact.getOperation() == Operation.RETRACT) {
      return null;
    }
    return stated.body() == null
        ? "a recorded fact has a body"
        : fault(record.getSource(), stated.body());
  }

  private static @Nullable String fault(String source, FactBody body) {
    var own = body.source().text();
    // A fact is open to whom its source is: under the name of another it would be shown to others.
    return own.equals(source) ? fault(body) : "a fact of " + own + " does not come from " + source;
  }

  private static @Nullable String fault(FactBody body) {
    return switch (body) {
      case OfCotisation(Cotisation line) when !PERIODS.contains(line.getMonths()) ->
          "a period has 1, 3 or 12 months, not " + line.getMonths();
      case OfCotisation(Cotisation line) when !Amounts.isPossible(line.getDue()) ->
          impossible(line.getDue());
      case OfDebit(Debit operation) when !Amounts.isPossible(operation.getPartOuvriere()) ->
          impossible(operation.getPartOuvriere());
      case OfDebit(Debit operation) when !Amounts.isPossible(operation.getPartPatronale()) ->
          impossible(operation.getPartPatronale());
      case OfProcol(Procol event) when Action.ofText(event.getAction()).isEmpty() ->
          "no action is named " + event.getAction();
      case OfEffectif(Effectif row) when row.getCells().isEmpty() ->
          "a row of headcounts has at least one cell";
      case OfEffectif(Effectif row) when row.getCells().stream().anyMatch(FactCheck::isOutOfTime) ->
          "the months of a headcount, and when it is known, are in years of four digits";
      case OfCotisation _, OfDebit _, OfEffectif _, OfProcol _, OfSirene _, OfSireneUl _ -> null;
    };
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

  private FactCheck() {}
}
