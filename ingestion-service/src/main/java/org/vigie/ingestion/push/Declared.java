package org.vigie.ingestion.push;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.vigie.ingestion.delivery.Paris;
import org.vigie.ingestion.order.CompanyRecord;
import org.vigie.schemas.Fact;

/// Marks the facts of a push for whose age its partner alone vouches.
final class Declared {

  // A yearly correction, pushed in the month after its year, is no older.
  private static final int MONTHS = 13;

  /// @param pushedAt instant of the push
  static List<CompanyRecord> mark(List<CompanyRecord> records, Instant pushedAt) {
    var oldest = ZonedDateTime.ofInstant(pushedAt, Paris.ZONE).minusMonths(MONTHS).toInstant();
    return records.stream().map(record -> mark(record, oldest)).toList();
  }

  private static CompanyRecord mark(CompanyRecord record, Instant oldest) {
    return new CompanyRecord(
        record.siren(),
        record.number(),
        record.facts().stream().map(fact -> mark(fact, oldest)).toList());
  }

  private static Fact mark(Fact fact, Instant oldest) {
    return fact.getKnownAt().isBefore(oldest) ? declared(fact) : fact;
  }

  private static Fact declared(Fact fact) {
    return new Fact(
        fact.getId(),
        fact.getKey(),
        fact.getOccurredAt(),
        fact.getKnownAt(),
        fact.getPlace(),
        fact.getOperation(),
        fact.getBody(),
        true);
  }

  private Declared() {}
}
