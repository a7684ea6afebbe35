package org.vigie.ingestion.order;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// A file of items that do not fit in memory, written once and read once or more, in order.
///
/// @param format how an item is written and read
public record Spill<T>(Path file, Format<T> format) {

  // Small, because a merge reads many files at once.
  private static final int BUFFER_BYTES = 16 << 10;

  /// How an item stands in a file.
  interface Format<T> {

    void write(T item, DataOutputStream out) throws IOException;

    /// @throws EOFException when there is no further item
    T read(DataInputStream in) throws IOException;
  }

  DataOutputStream open() throws IOException {
    return new DataOutputStream(
        new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
  }

  Reader<T> read() throws IOException {
    return new Reader<>(this);
  }

  /// The items of a file, in the order in which they were written.
  public static final class Reader<T> implements Iterator<T>, AutoCloseable {

    private final DataInputStream in;
    private final Spill<T> spill;
    private @Nullable T next;

    private Reader(Spill<T> spill) throws IOException {
      this.spill = spill;
      this.in =
          new DataInputStream(
              new BufferedInputStream(Files.newInputStream(spill.file), BUFFER_BYTES));
      advance();
    }

    private void advance() {
      try {
        next = spill.format.read(in);
      } catch (EOFException _) {
        next = null;
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read back " + spill.file, e);
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public T next() {
      T item = next;
      if (item == null) {
        throw new NoSuchElementException("the end of " + spill.file);
      }
      advance();
      return item;
    }

    /// The item that comes next, left in place.
    T peek() {
      T item = next;
      if (item == null) {
        throw new NoSuchElementException("the end of " + spill.file);
      }
      return item;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
