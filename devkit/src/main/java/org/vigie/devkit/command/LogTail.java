package org.vigie.devkit.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.ProcessLog;

/// The last lines that a process has written since its latest start.
final class LogTail {

  private static final int LINES = 30;

  private final Installation installation;

  LogTail(Installation installation) {
    this.installation = installation;
  }

  /// Prints them; nothing when the process never wrote a log.
  void print(String process, PrintStream out) throws IOException {
    ProcessLog log = installation.log(process);
    if (!Files.exists(log.file())) {
      return;
    }
    out.println("last lines of " + log.file() + ":");
    lines(process).forEach(line -> out.println("  " + line));
  }

  /// The lines, of a process that has a log.
  List<String> lines(String process) throws IOException {
    return installation.log(process).tail(LINES);
  }
}
