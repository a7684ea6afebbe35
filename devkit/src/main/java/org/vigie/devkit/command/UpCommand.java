package org.vigie.devkit.command;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.devkit.client.ModelActivation;
import org.vigie.devkit.demo.DemoDirectory;
import org.vigie.devkit.platform.StartRequest;
import org.vigie.devkit.watch.Patience;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "up",
    description =
        "Start the platform and the four services; return when every process answers ready.")
final class UpCommand implements Callable<Integer> {

  /// Who closes days.
  enum Clock {
    manual,
    wall
  }

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Option(
      names = "--clock",
      description =
          "Who closes days: ${COMPLETION-CANDIDATES} (default: as it runs already, else wall).")
  @Nullable Clock clock;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description =
          "How long to wait in all for processes that make progress (default: 900). What is ready"
              + " then stays.")
  long timeoutSeconds = Patience.TOTAL.toSeconds();

  @Override
  public Integer call() throws Exception {
    var common = parent.common;
    var platform = common.platform();
    int running = platform.processes().alive().size();
    platform.up(new StartRequest(clock(running > 0), Duration.ofSeconds(timeoutSeconds), true));
    DemoDirectory.keep(common.installation().data());
    new ModelActivation(common.operator(), common::progress).activateNewest();
    int now = platform.processes().alive().size();
    common.result(
        Map.of("processes", now, "started", now - running),
        running == now
            ? "Vigie was running already on " + common.installation().data()
            : "Vigie is running on %s: %d processes. ./vigie status tells more, ./vigie down ends it."
                .formatted(common.installation().data(), now));
    return ExitCode.DONE;
  }

  private String clock(boolean running) {
    if (clock != null) {
      return clock.name();
    }
    return running ? parent.common.installation().clock() : Clock.wall.name();
  }
}
