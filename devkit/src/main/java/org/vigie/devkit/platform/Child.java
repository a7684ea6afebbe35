package org.vigie.devkit.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vigie.devkit.installation.ProcessLog;

/// How every child process of a copy is run: what it writes belongs to its owner alone, and what it
/// says is appended to its log.
final class Child {

  // The JVM cannot change its own umask, so a shell sets the child's and becomes the child.
  private static final List<String> OWNER_ONLY =
      List.of("sh", "-c", "umask 077; exec \"$@\"", "sh");

  /// A process that may be started.
  static ProcessBuilder of(List<String> command, Path directory, ProcessLog log)
      throws IOException {
    var guarded = new ArrayList<>(OWNER_ONLY);
    guarded.addAll(command);
    return new ProcessBuilder(guarded)
        .directory(directory.toFile())
        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.begin().toFile()));
  }

  /// Runs a process to its end.
  ///
  /// @param purpose how a message begins when it fails: « PostgreSQL's cluster could not be made »
  /// @throws IOException when it fails
  static void run(ProcessBuilder builder, String purpose, ProcessLog log)
      throws IOException, InterruptedException {
    Process process = builder.start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("%s: see %s".formatted(purpose, log.file()));
      }
    } finally {
      process.destroy();
    }
  }

  private Child() {}
}
