package org.vigie.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.vigie.schemas.AvroBinary;
import org.vigie.schemas.Cotisation;
import org.vigie.schemas.Fact;
import org.vigie.schemas.Facts;
import org.vigie.schemas.Operation;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.events.Control;
import org.vigie.schemas.events.SourceDoor;
import org.vigie.schemas.events.SourceEvent.FactsOfCompany;

/// What the door of source-events costs beside the reading of Avro, which each record pays anyway:
/// nanoseconds for a record, the least of several rounds that take turns.
final class DoorCost {

  private static final int ROUNDS = 15;

  /// Some 100 ms for a round of records of one fact.
  private static final int FACTS_PER_ROUND = 200_000;

  private static final AvroBinary<SourceRecord> BINARY = new AvroBinary<>(SourceRecord.class);

  public static void main(String[] args) {
    for (int facts : List.of(1, 10, 100, 500)) {
      var bytes = BINARY.write(record(facts));
      double read = Double.MAX_VALUE;
      double opened = Double.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        read = Math.min(read, nanos(bytes, facts, DoorCost::size));
        opened = Math.min(opened, nanos(bytes, facts, DoorCost::sizeBehindTheDoor));
      }
      IO.println(
          "%3d facts: read %.0f ns, read and opened %.0f ns, the door %.1f %%"
              .formatted(facts, read, opened, 100 * (opened - read) / read));
    }
  }

  private static double nanos(byte[] bytes, int facts, ToIntFunction<SourceRecord> use) {
    int records = FACTS_PER_ROUND / facts;
    long seen = 0;
    long start = System.nanoTime();
    for (int at = 0; at < records; at++) {
      seen += use.applyAsInt(BINARY.read(bytes));
    }
    long took = System.nanoTime() - start;
    // What is not used may not be computed.
    if (seen != (long) records * facts) {
      throw new IllegalStateException(seen + " facts of " + records + " records");
    }
    return (double) took / records;
  }

  private static int size(SourceRecord record) {
    return ((Facts) record.getBody()).getFacts().size();
  }

  private static int sizeBehindTheDoor(SourceRecord record) {
    return switch (SourceDoor.open(record)) {
      case FactsOfCompany facts -> facts.facts().size();
      case Control _ -> 0;
    };
  }

  private static SourceRecord record(int facts) {
    var body = new Facts(IntStream.range(0, facts).mapToObj(DoorCost::fact).toList());
    return new SourceRecord(
        "000000000", "urssaf", "cotisation", "c0ffee", 0, Instant.EPOCH, false, body);
  }

  private static Fact fact(int number) {
    var line = new Cotisation("00000000000018", "111982477292496174", 24_306, 1, 0L, (long) number);
    var key = "00000000000018|111982477292496174|24306+1|0|" + number;
    return new Fact(
        key, key, LocalDate.EPOCH, Instant.EPOCH, (long) number, Operation.RECORD, line, false);
  }

  private DoorCost() {}
}
