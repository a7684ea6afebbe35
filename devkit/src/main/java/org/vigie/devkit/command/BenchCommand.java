package org.vigie.devkit.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.vigie.devkit.installation.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "bench",
    description = "Measure Vigie against raw Kafka in one run, on a platform of its own.")
final class BenchCommand implements Callable<Integer> {

  // Beside the ports of the copy itself, which may be running.
  private static final int PORTS_ASIDE = 200;
  // A platform that ends takes seconds, and up to a minute when parts of it are stuck.
  private static final Duration GRACE = Duration.ofSeconds(90);

  /// What can be measured.
  enum Name {
    pipeline
  }

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Parameters(
      arity = "0..1",
      defaultValue = "pipeline",
      paramLabel = "NAME",
      description = "What to measure: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Name name = Name.pipeline;

  @Override
  public Integer call() throws Exception {
    Installation copy = parent.common.installation();
    Path benchmarks = copy.home().resolve("benchmarks/target");
    Process bench =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "-Xmx1g",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    benchmarks.resolve("benchmarks.jar") + ":" + benchmarks.resolve("lib") + "/*",
                    "org.vigie.benchmarks.PipelineBench",
                    copy.home().toString(),
                    copy.directory("bench").toString(),
                    "" + (copy.portBase() + PORTS_ASIDE),
                    parent.common.json ? "json" : "text"))
            .inheritIO()
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(bench), "stop-bench"));
    return bench.waitFor();
  }

  // It ends its platform itself.
  private static void end(Process bench) {
    bench.destroy();
    try {
      bench.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
