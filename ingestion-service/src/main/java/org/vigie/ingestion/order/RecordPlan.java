package org.vigie.ingestion.order;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.delivery.Hash;
import org.vigie.schemas.AvroBinary;
import org.vigie.schemas.Fact;
import org.vigie.schemas.Facts;

/// The records of a delivery: a function of its content alone, so that a restart plans the same
/// ones. A row that says something else of a fact than the row before it is a version of its own. A
/// row that says what an earlier one said is a repeat: left out when that is the row before it;
/// else published, so that it stands again, and counted as repeated.
public final class RecordPlan implements Iterator<CompanyRecord> {

  // Half of what a broker takes in one message: headcounts of a large company are wide. The other
  // half is for the key, which each of 500 facts repeats, in up to three bytes for a character.
  static final long BYTES_MAX = 512 << 10;

  // Of one fact; a row that repeats one beyond them is counted as valid.
  private static final int SAID_MAX = 10_000;

  private final Iterator<SortableRow> rows;
  private final String delivery;
  private final Tally tally;
  private final AvroBinary<Facts> codec = new AvroBinary<>(Facts.class);

  // What rows before `next` said of its fact; empty for most facts, which have one row.
  private final Set<ByteBuffer> said = new HashSet<>();
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
      remember(row, next);
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

  private void remember(SortableRow row, @Nullable SortableRow following) {
    if (following == null || !following.isOfTheFactOf(row)) {
      said.clear();
    } else if (said.size() < SAID_MAX) {
      said.add(row.digest());
    }
  }

  private void count(SortableRow row, List<Fact> versions) {
    if (!said.isEmpty() && said.contains(row.digest())) {
      tally.repeated();
    } else {
      tally.valid(row.suspicious());
    }
    versions.forEach(fact -> tally.fact(fact.getKnownAt()));
  }
}
