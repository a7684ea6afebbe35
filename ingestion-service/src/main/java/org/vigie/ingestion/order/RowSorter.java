package org.vigie.ingestion.order;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.vigie.ingestion.parse.Outcome.Parsed;
import org.vigie.schemas.AvroBinary;
import org.vigie.schemas.Facts;

/// Sorts the rows of a delivery by company, natural key and place. What exceeds the bounds of
/// memory goes to disk in sorted runs, which are merged as they are read back.
public final class RowSorter implements AutoCloseable {

  /// Rows and bytes held in memory: some 16 MiB, whatever the size of the delivery.
  static final int ROWS_MAX = 50_000;

  static final long BYTES_MAX = 16L << 20;

  /// The rule that a row breaks that does not fit.
  public static final String TOO_LARGE =
      "what it tells takes at most " + (RecordPlan.BYTES_MAX >> 10) + " KiB";

  private final Path scratch;
  private final int rowsMax;
  private final AvroBinary<Facts> codec = new AvroBinary<>(Facts.class);
  private final List<SortableRow> held = new ArrayList<>();
  private final List<Spill<SortableRow>> runs = new ArrayList<>();
  private final List<Spill.Reader<SortableRow>> readers = new ArrayList<>();
  private long heldBytes;

  /// @param scratch an existing directory for the runs, which the caller deletes
  public RowSorter(Path scratch) {
    this(scratch, ROWS_MAX);
  }

  /// A sorter that spills nothing, for rows whose number the caller bounds.
  public static RowSorter inMemory() {
    return new RowSorter(Path.of(""), Integer.MAX_VALUE);
  }

  RowSorter(Path scratch, int rowsMax) {
    this.scratch = scratch;
    this.rowsMax = rowsMax;
  }

  /// Holds a row in memory. False when it alone would make a record too large: then it is left out.
  public boolean hold(Parsed row, long place) {
    var sortable = SortableRow.of(row, place, codec);
    if (sortable.weightBytes() > RecordPlan.BYTES_MAX) {
      return false;
    }
    held.add(sortable);
    heldBytes += sortable.weightBytes();
    return true;
  }

  /// Holds a row, and puts what is held on disk when it reaches its bounds. False when it alone
  /// would make a record too large: then it is left out.
  public boolean add(Parsed row, long place) throws IOException {
    boolean fits = hold(row, place);
    if (held.size() >= rowsMax || heldBytes >= BYTES_MAX) {
      spill();
    }
    return fits;
  }

  private void spill() throws IOException {
    held.sort(SortableRow.ORDER);
    var run = new Spill<>(scratch.resolve("run-" + runs.size()), RunFormat.INSTANCE);
    try (var out = run.open()) {
      for (var row : held) {
        RunFormat.INSTANCE.write(row, out);
      }
    }
    runs.add(run);
    held.clear();
    heldBytes = 0;
  }

  /// The rows in order. Called once, after the last row was added.
  Iterator<SortableRow> sorted() {
    held.sort(SortableRow.ORDER);
    return runs.isEmpty() ? held.iterator() : merged();
  }

  private Iterator<SortableRow> merged() {
    try {
      if (!held.isEmpty()) {
        spill();
      }
      for (var run : runs) {
        readers.add(run.read());
      }
      return new Merge(readers);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot sort in " + scratch, e);
    }
  }

  @Override
  public void close() throws IOException {
    for (var reader : readers) {
      reader.close();
    }
  }

  private static final class Merge implements Iterator<SortableRow> {

    private final PriorityQueue<Spill.Reader<SortableRow>> heads =
        new PriorityQueue<>(Comparator.comparing(Spill.Reader::peek, SortableRow.ORDER));

    Merge(List<Spill.Reader<SortableRow>> readers) {
      heads.addAll(readers);
    }

    @Override
    public boolean hasNext() {
      return !heads.isEmpty();
    }

    @Override
    public SortableRow next() {
      var head = heads.poll();
      if (head == null) {
        throw new NoSuchElementException("all runs are merged");
      }
      var row = head.next();
      if (head.hasNext()) {
        heads.add(head);
      }
      return row;
    }
  }

  private enum RunFormat implements Spill.Format<SortableRow> {
    INSTANCE;

    @Override
    public void write(SortableRow row, DataOutputStream out) throws IOException {
      Text.write(row.siren(), out);
      Text.write(row.key(), out);
      out.writeLong(row.place());
      out.writeBoolean(row.suspicious());
      out.writeInt(row.count());
      out.writeInt(row.versions().length);
      out.write(row.versions());
    }

    @Override
    public SortableRow read(DataInputStream in) throws IOException {
      return new SortableRow(
          Text.read(in),
          Text.read(in),
          in.readLong(),
          in.readBoolean(),
          in.readInt(),
          in.readNBytes(in.readInt()));
    }
  }
}
