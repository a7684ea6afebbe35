package org.vigie.ingestion.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  static final String KNOWN_AT = "knownAt";

  private final Source source;
  private final String delivery;
  private final @Nullable Instant now;
  private final RowSorter sorter = RowSorter.inMemory();
  private final Tally tally = new Tally();

  /// @param now when the push is known; null while the platform has no day
  PushPlanner(Source source, String delivery, @Nullable Instant now) {
    this.source = source;
    this.delivery = delivery;
    this.now = now;
  }

  PushPlan plan(List<PushedFact> facts) {
    for (int index = 0; index < facts.size(); index++) {
      var fault = add(index, facts.get(index));
      if (fault.isPresent()) {
        return fault.get();
      }
    }
    var records = new ArrayList<CompanyRecord>();
    RecordPlan.of(sorter, delivery, tally).forEachRemaining(records::add);
    return new PushPlan.Publish(records, tally.counts());
  }

  private Optional<Invalid> add(int index, PushedFact fact) {
    for (var column : source.requiredColumns()) {
      if (!fact.row().columns().has(column)) {
        return Optional.of(new Invalid(index, column, "", "is required"));
      }
    }
    var known = fact.knownAt() == null ? now : fact.knownAt();
    if (known == null) {
      return Optional.of(new Invalid(index, KNOWN_AT, "", "is required while no day was closed"));
    }
    if (!Era.holds(known)) {
      return Optional.of(new Invalid(index, KNOWN_AT, known.toString(), Era.RULE));
    }
    if (now != null && known.isAfter(now)) {
      return Optional.of(
          new Invalid(index, KNOWN_AT, known.toString(), "is not later than the push"));
    }
    return parse(index, fact, known);
  }

  private Optional<Invalid> parse(int index, PushedFact fact, Instant known) {
    tally.read();
    return switch (SourceParser.of(source).parse(fact.row(), KnownAt.at(known))) {
      case Parsed parsed -> {
        sorter.hold(parsed, index + 1L);
        yield Optional.empty();
      }
      case Filtered _ -> {
        tally.filtered();
        yield Optional.empty();
      }
      case Rejected(var column, var value, var reason) ->
          Optional.of(
              new Invalid(index, column == null ? "" : column, value == null ? "" : value, reason));
    };
  }
}
