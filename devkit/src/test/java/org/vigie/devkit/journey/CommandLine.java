package org.vigie.devkit.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line as a process of its own, with its exit code.
final class CommandLine {

  /// @param exit its exit code
  /// @param output what it wrote on standard output and standard error
  record Ended(int exit, String output) {}

  /// Runs a command on a platform.
  static Ended run(RunningPlatform platform, String... words)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "-Dvigie.home=" + Path.of("..").toAbsolutePath().normalize(),
                "org.vigie.devkit.command.VigieCommand",
                "--data",
                platform.installation().data().toString()));
    command.addAll(List.of(words));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes());
    return new Ended(process.waitFor(), output);
  }

  private CommandLine() {}
}
