package org.vigie.ingestion.publish;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.order.CompanyRecord;
import org.vigie.schemas.Rejection;

/// What goes into one transaction: from the first item on, as many as fit, never by time. Started
/// at the first item of any chunk it cuts the rest as it did the first time.
final class Chunks<T> implements Iterator<List<T>> {

  /// Facts in a transaction: some 100 ms, during which readers of its partitions wait.
  static final int FACTS_MAX = 10_000;

  // Rejected rows are up to 64 KiB each.
  static final long REJECTED_BYTES_MAX = 4 << 20;

  // What a rejection weighs beside its row.
  private static final long REJECTION_OVERHEAD_BYTES = 400;

  private final Iterator<T> items;
  private final ToLongFunction<T> weight;
  private final long weightMax;
  private @Nullable T next;

  private Chunks(Iterator<T> items, ToLongFunction<T> weight, long weightMax) {
    this.items = items;
    this.weight = weight;
    this.weightMax = weightMax;
    this.next = items.hasNext() ? items.next() : null;
  }

  static Chunks<CompanyRecord> ofRecords(Iterator<CompanyRecord> records) {
    return new Chunks<>(records, item -> item.facts().size(), FACTS_MAX);
  }

  static Chunks<Rejection> ofRejections(Iterator<Rejection> rejections) {
    return new Chunks<>(
        rejections,
        item -> REJECTION_OVERHEAD_BYTES + item.getRaw().remaining(),
        REJECTED_BYTES_MAX);
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public List<T> next() {
    T item = next;
    if (item == null) {
      throw new NoSuchElementException("all chunks are cut");
    }
    var chunk = new ArrayList<T>();
    long total = 0;
    while (item != null && (chunk.isEmpty() || total + weight.applyAsLong(item) <= weightMax)) {
      chunk.add(item);
      total += weight.applyAsLong(item);
      item = items.hasNext() ? items.next() : null;
    }
    next = item;
    return chunk;
  }
}
