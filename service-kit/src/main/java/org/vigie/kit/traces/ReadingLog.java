package org.vigie.kit.traces;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who read what: an append-only file, each line of which carries the hash of the line before.
/// [ReadingChain] finds what was changed in one.
///
/// A line is a JSON object in UTF-8:
///
/// - `before`: SHA-256, in hex, of the line before without its newline; 64 zeros on the first line.
///   It stands first, so that a line torn by a crash still carries it;
/// - `at`: instant of the reading, UTC, to the microsecond;
/// - the components of the reading, under their names.
///
/// Lines are with the operating system when [#record] returns: they outlive the process, but the
/// last ones may not outlive a power cut. Threads may share a log; processes may not share a file.
public final class ReadingLog implements AutoCloseable {

  // With its newline. The longest part is the reader's name, from a token, and the HTTP server
  // takes no headers of more than 20 KB.
  private static final int LINE_BYTES_MAX = 64 * 1024;

  private static final DateTimeFormatter MICROSECONDS =
      new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Clock clock;

  private String before = ReadingChain.START;

  // Null when closed, and after a failure: what stands in the file is then not known.
  private @Nullable OutputStream out;
  private boolean closed;

  private ReadingLog(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /// Opens a log, or makes it, with its directories, for its owner alone; goes on from its last
  /// line. A line that a crash has torn is ended first, and counts as it stands.
  ///
  /// @throws UncheckedIOException when the file cannot be read or written
  public static ReadingLog open(Path file, Clock clock) {
    var log = new ReadingLog(file, clock);
    try {
      log.goOn();
      return log;
    } catch (IOException e) {
      log.leave(e);
      throw new UncheckedIOException(file + " cannot be opened for traces", e);
    }
  }

  /// Adds a line for each reading, in order. To be called before the answer leaves.
  ///
  /// @throws UncheckedIOException when they cannot all be written: there is no reading without its
  ///     trace. The next call opens the file again
  public synchronized void record(List<? extends Record> readings) {
    try {
      var open = out == null ? goOn() : out;
      var lines = new ByteArrayOutputStream();
      var last = before;
      for (var reading : readings) {
        var line = line(reading, last);
        lines.writeBytes(line);
        lines.write('\n');
        last = ReadingChain.hash(line);
      }
      open.write(lines.toByteArray());
      before = last;
    } catch (IOException e) {
      leave(e);
      throw new UncheckedIOException(file + " takes no more traces, so nothing is read", e);
    }
  }

  /// Ends the log: who reads afterwards is refused.
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (out != null) {
      out.close();
      out = null;
    }
  }

  private byte[] line(Record reading, String last) throws JsonProcessingException {
    var entry = JSON.createObjectNode();
    entry.put("before", last).put("at", MICROSECONDS.format(clock.instant()));
    entry.setAll(JSON.<ObjectNode>valueToTree(reading));
    var line = JSON.writeValueAsBytes(entry);
    if (line.length >= LINE_BYTES_MAX) {
      throw new IllegalArgumentException(
          "a trace has " + line.length + " bytes, and fewer than " + LINE_BYTES_MAX + " are taken");
    }
    return line;
  }

  private OutputStream goOn() throws IOException {
    if (closed) {
      throw new IOException("closed");
    }
    make();
    var tail = tail();
    before = tail.length == 0 ? ReadingChain.START : ReadingChain.hash(lastLine(tail));
    // Not a channel: that one closes for good when a thread is interrupted while it writes.
    var open = new FileOutputStream(file.toFile(), true);
    out = open;
    if (tail.length > 0 && tail[tail.length - 1] != '\n') {
      open.write('\n');
    }
    return open;
  }

  private void make() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (Files.notExists(file)) {
      var ownerOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
    }
  }

  /// The end of the file: its last line at least, with the newline before it.
  private byte[] tail() throws IOException {
    try (var reading = new RandomAccessFile(file.toFile(), "r")) {
      var length = reading.length();
      var tail = new byte[(int) Math.min(length, LINE_BYTES_MAX + 1)];
      reading.seek(length - tail.length);
      reading.readFully(tail);
      return tail;
    }
  }

  private byte[] lastLine(byte[] tail) throws IOException {
    var end = tail[tail.length - 1] == '\n' ? tail.length - 1 : tail.length;
    var start = end;
    while (start > 0 && tail[start - 1] != '\n') {
      start--;
    }
    if (end - start >= LINE_BYTES_MAX) {
      throw new IOException(file + " ends in a line that no log of readings has");
    }
    return Arrays.copyOfRange(tail, start, end);
  }

  private void leave(IOException failure) {
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    out = null;
  }
}
