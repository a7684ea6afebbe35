package org.vigie.devkit.command;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(name = "down", description = "End every process of this copy, orphans included.")
final class DownCommand implements Callable<Integer> {

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var platform = parent.common.platform();
    int running = platform.processes().alive().size();
    platform.down();
    parent.common.result(
        Map.of("stopped", running),
        running == 0 ? "Vigie was not running." : "Stopped " + running + " processes.");
    return ExitCode.DONE;
  }
}
