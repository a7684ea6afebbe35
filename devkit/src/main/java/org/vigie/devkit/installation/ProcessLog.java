package org.vigie.devkit.installation;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The log of one process, across its starts: each start is a section that begins with a line of
/// its own, and is appended. Beyond a size the log is set aside, and a bounded number of those is
/// kept.
///
/// @param file where it is written
public record ProcessLog(Path file) {

  // A start of the most talkative process writes 100 kB: some 150 starts, so that a crash is still
  // there days later.
  static final long BYTES_MAX = 16L << 20;
  // With the present one 96 MiB for a process and 1 GiB for the eleven of a copy: half the room
  // that
  // a start asks for.
  static final int SET_ASIDE_MAX = 5;
  // Only the end of a log is read, with room for long lines.
  private static final int TAIL_BYTES = 64 * 1024;

  private static final String EDGE = "=====";

  /// Begins the section of a start, in a new file when the present one is full.
  ///
  /// @return the file to append to
  public Path begin() throws IOException {
    if (isFull()) {
      makeRoom();
      Files.move(file, setAside(1));
    }
    if (!Files.exists(file)) {
      PrivateFile.write(file, "");
    }
    String header =
        "%s start of %s, %s %s%n"
            .formatted(
                EDGE, name(), Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(), EDGE);
    return Files.writeString(file, header, StandardOpenOption.APPEND);
  }

  /// Sets a full log aside while its process writes on. The process appends to the same file, so
  /// its content is copied and then cut; lines written between the two, some milliseconds, are
  /// lost.
  public void bound() throws IOException {
    if (!isFull()) {
      return;
    }
    makeRoom();
    Files.copy(file, setAside(1), StandardCopyOption.COPY_ATTRIBUTES);
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(0);
    }
  }

  /// The last lines of the latest start, at most so many; empty when the process never started.
  public List<String> tail(int max) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<String> lines = end().lines().toList();
    int latest = Math.max(0, indexOfLatestStart(lines));
    return lines.subList(Math.max(latest, lines.size() - max), lines.size());
  }

  private static int indexOfLatestStart(List<String> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (lines.get(i).startsWith(EDGE + " start of ") && lines.get(i).endsWith(EDGE)) {
        return i;
      }
    }
    return -1;
  }

  private String end() throws IOException {
    try (var reader = new RandomAccessFile(file.toFile(), "r")) {
      // Asked once: a live process writes on.
      long length = reader.length();
      long from = Math.max(0, length - TAIL_BYTES);
      reader.seek(from);
      var bytes = new byte[(int) (length - from)];
      reader.readFully(bytes);
      String end = new String(bytes, StandardCharsets.UTF_8);
      // What stands before the first line's end was cut somewhere.
      return from == 0 ? end : end.substring(end.indexOf('\n') + 1);
    }
  }

  private boolean isFull() throws IOException {
    return Files.exists(file) && Files.size(file) >= BYTES_MAX;
  }

  // The oldest is dropped, and each of the others becomes one older.
  private void makeRoom() throws IOException {
    Files.deleteIfExists(setAside(SET_ASIDE_MAX));
    for (int age = SET_ASIDE_MAX - 1; age >= 1; age--) {
      if (Files.exists(setAside(age))) {
        Files.move(setAside(age), setAside(age + 1));
      }
    }
  }

  private Path setAside(int age) {
    return file.resolveSibling(file.getFileName() + "." + age);
  }

  private String name() {
    return file.getFileName().toString().replaceFirst("\\.log$", "");
  }
}
