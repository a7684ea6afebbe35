package org.vigie.devkit.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.devkit.installation.Installation;

/// The last lines of a process's log.
final class LogTail {

  private static final int LINES = 30;
  // A log may be of any size: only its end is read, with room for long lines.
  private static final int BYTES = 64 * 1024;

  private final Installation installation;

  LogTail(Installation installation) {
    this.installation = installation;
  }

  /// Prints them; nothing when the process never wrote a log.
  void print(String process, PrintStream out) throws IOException {
    Path log = installation.log(process);
    if (!Files.exists(log)) {
      return;
    }
    out.println("last lines of " + log + ":");
    lines(process).forEach(line -> out.println("  " + line));
  }

  /// The lines, of a process that has a log.
  List<String> lines(String process) throws IOException {
    List<String> lines = end(installation.log(process)).lines().toList();
    return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
  }

  private static String end(Path log) throws IOException {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      // Asked once: a live process writes on.
      long length = file.length();
      long from = Math.max(0, length - BYTES);
      file.seek(from);
      var bytes = new byte[(int) (length - from)];
      file.readFully(bytes);
      String end = new String(bytes, StandardCharsets.UTF_8);
      // What stands before the first line's end was cut somewhere.
      return from == 0 ? end : end.substring(end.indexOf('\n') + 1);
    }
  }
}
