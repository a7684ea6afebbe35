package org.vigie.ingestion.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.vigie.ingestion.delivery.Era;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.order.CompanyRecord;
import org.vigie.ingestion.order.RecordPlan;
import org.vigie.ingestion.order.RowSorter;
import org.vigie.ingestion.order.Tally;
import org.vigie.ingestion.parse.Outcome.Filtered;
import org.vigie.ingestion.parse.Outcome.Parsed;
import org.vigie.ingestion.parse.Outcome.Rejected;
import org.vigie.ingestion.parse.SourceParser;
import org.vigie.ingestion.push.PushPlan.Invalid;

/// Plans a push as a file is planned: the same parsers, the same order, the same records.
final class PushPlanner {

  private final Source source;
  private final String delivery;
  private final PushInstant instant;
  private final RowSorter sorter = RowSorter.inMemory();
  private final Tally tally = new Tally();

  PushPlanner(Source source, String delivery, PushInstant instant) {
    this.source = source;
    this.delivery = delivery;
    this.instant = instant;
  }

  PushPlan plan(PushReader facts) {
    for (var fact = facts.next(); fact != null; fact = facts.next()) {
      var fault = add(fact);
      if (fault.isPresent()) {
        return fault.get();
      }
    }
    var records = new ArrayList<CompanyRecord>();
    RecordPlan.of(sorter, delivery, tally).forEachRemaining(records::add);
    return new PushPlan.Publish(Declared.mark(records, instant.at()), tally.counts());
  }

  private Optional<Invalid> add(PushedFact fact) {
    for (var column : source.requiredColumns()) {
      if (!fact.row().columns().has(column)) {
        return invalid(fact, column, "", "is required");
      }
    }
    var known = fact.knownAt() == null ? instant.at() : fact.knownAt();
    if (fact.knownAt() == null && !instant.datesFacts()) {
      return invalid(fact, OwnKnownAt.NAME, "", "is required while no day was closed");
    }
    if (!Era.holds(known)) {
      return invalid(fact, OwnKnownAt.NAME, known.toString(), Era.RULE);
    }
    if (known.isAfter(instant.at())) {
      return invalid(
          fact,
          OwnKnownAt.NAME,
          known.toString(),
          "is not later than the push, which comes at " + instant.at());
    }
    return parse(fact, known);
  }

  private static Optional<Invalid> invalid(
      PushedFact fact, String field, String value, String rule) {
    return Optional.of(new Invalid(fact.index(), field, value, rule));
  }

  private Optional<Invalid> parse(PushedFact fact, Instant known) {
    tally.read();
    return switch (SourceParser.of(source).parse(fact.row(), KnownAt.at(known))) {
      case Parsed parsed ->
          sorter.hold(parsed, fact.index() + 1L)
              ? Optional.empty()
              : invalid(fact, "", "", RowSorter.TOO_LARGE);
      case Filtered _ -> {
        tally.filtered();
        yield Optional.empty();
      }
      case Rejected(var column, var value, var reason) ->
          invalid(fact, column == null ? "" : column, value == null ? "" : value, reason);
    };
  }
}
