package org.vigie.devkit.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.vigie.devkit.observe.ProcessView;
import org.vigie.devkit.observe.ProcessViews;
import org.vigie.devkit.observe.Stages;
import org.vigie.devkit.observe.Status;
import org.vigie.devkit.observe.StatusReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "status",
    description = {
      "Processes, how far each stage is behind, and when each source last spoke.",
      "Ends with 1 when a process is not running, and with 4 when none is."
    })
final class StatusCommand implements Callable<Integer> {

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Override
  public Integer call() throws Exception {
    var common = parent.common;
    var platform = common.platform();
    platform.requireSamePorts();
    List<ProcessView> processes = new ProcessViews(common.installation(), platform).all();
    Status status =
        new StatusReader(
                processes, new Stages(platform.kafka(), common.operator()), common.operator())
            .read();
    common.result(status, new StatusText(status).toString());
    return exitCode(processes);
  }

  static int exitCode(List<ProcessView> processes) {
    if (processes.stream().noneMatch(process -> process.state().isAlive())) {
      return ExitCode.NOT_RUNNING;
    }
    return processes.stream().allMatch(process -> process.state().isAlive())
        ? ExitCode.DONE
        : ExitCode.FAILED;
  }
}
