package org.vigie.devkit.command;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.vigie.devkit.deliver.Uploader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "close-day",
    description = "Close every day up to DATE; closing a closed day does nothing.")
final class CloseDayCommand implements Callable<Integer> {

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Parameters(paramLabel = "DATE", description = "The last day that is over (2026-07-21).")
  LocalDate day = LocalDate.MIN;

  @Override
  public Integer call() throws Exception {
    var common = parent.common;
    var answer = new Uploader(common.operator(), common::progress).closeDay(day);
    common.result(answer, "closed up to " + day);
    return ExitCode.DONE;
  }
}
