package org.vigie.devkit.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.devkit.installation.Installation;

/// The last lines of a process's log.
final class LogTail {

  private static final int LINES = 30;

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
    List<String> lines =
        new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
    out.println("last lines of " + log + ":");
    lines
        .subList(Math.max(0, lines.size() - LINES), lines.size())
        .forEach(line -> out.println("  " + line));
  }
}
