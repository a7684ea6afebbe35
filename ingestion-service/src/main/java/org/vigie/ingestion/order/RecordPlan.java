package org.vigie.ingestion.order;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.delivery.Hash;
import org.vigie.schemas.AvroBinary;
import org.vigie.schemas.Fact;
import org.vigie.schemas.Facts;

/// The records of a delivery: a function of its content alone, so that a restart plans the same
/// ones. A row that says what the row before it said of the same fact is a repeat; a row that says
/// something else of it is a version of its own.
public final class RecordPlan implements Iterator<CompanyRecord> {

  // Half of what a broker takes in one message: headcounts of a large company are wide.
  private static final long BYTES_MAX = 512 << 10;

  private final Iterator<SortableRow> rows;
  private final String delivery;
  private final Tally tally;
  private final AvroBinary<Facts> codec = new AvroBinary<>(Facts.class);
  private @Nullable SortableRow next;
  private int number;

  private RecordPlan(Iterator<SortableRow> rows, String delivery, Tally tally) {
    this.rows = rows;
    this.delivery = delivery;
    this.tally = tally;
    this.next = rows.hasNext() ? rows.next() : null;
  }

  /// Plans the records of sorted rows; the tally counts as they are taken.
  public static RecordPlan of(RowSorter sorter, String delivery, Tally tally) {
    return new RecordPlan(sorter.sorted(), delivery, tally);
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public CompanyRecord next() {
    var first = next;
    if (first == null) {
      throw new NoSuchElementException("all records of " + delivery + " are planned");
    }
    var facts = new ArrayList<Fact>();
    long bytes = 0;
    for (var row = first; row != null && fits(row, first, facts, bytes); row = next) {
      var versions = row.facts(Hash.ofFact(delivery, row.key()), codec);
      facts.addAll(versions);
      bytes += row.weightBytes();
      count(row, versions);
      next = distinctAfter(row);
    }
    return new CompanyRecord(first.siren(), number++, facts);
  }

  // The first row always fits; the versions of a row stay together.
  private static boolean fits(SortableRow row, SortableRow first, List<Fact> facts, long bytes) {
    if (facts.isEmpty()) {
      return true;
    }
    return row.siren().equals(first.siren())
        && facts.size() + row.count() <= CompanyRecord.FACTS_MAX
        && bytes + row.weightBytes() <= BYTES_MAX;
  }

  private @Nullable SortableRow distinctAfter(SortableRow row) {
    while (rows.hasNext()) {
      var candidate = rows.next();
      if (!candidate.repeats(row)) {
        return candidate;
      }
      tally.repeated();
    }
    return null;
  }

  private void count(SortableRow row, List<Fact> versions) {
    tally.valid(row.suspicious());
    versions.forEach(fact -> tally.fact(fact.getKnownAt()));
  }
}
