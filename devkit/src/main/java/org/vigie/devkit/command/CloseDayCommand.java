package org.vigie.devkit.command;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.vigie.devkit.deliver.Uploader;
import org.vigie.devkit.installation.Slot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "close-day", description = "Close every day up to DATE (manual clock only).")
final class CloseDayCommand implements Callable<Integer> {

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Parameters(paramLabel = "DATE", description = "The last day that is over (2026-07-21).")
  LocalDate day = LocalDate.MIN;

  @Override
  public Integer call() throws Exception {
    var common = parent.common;
    var services = common.operator();
    requireOpen(services.get(Slot.INGESTION_SERVICE, "/controls").path("openDay").asText(""));
    var answer = new Uploader(services, common::progress).closeDay(day);
    common.result(answer, "closed up to " + day);
    return ExitCode.DONE;
  }

  // The service closes a closed day without doing anything; who types one has mistaken the date.
  private void requireOpen(String openDay) {
    if (!openDay.isEmpty() && !openDay.equals("null") && day.isBefore(LocalDate.parse(openDay))) {
      throw new IllegalArgumentException(
          "%s is closed already: the open day is %s".formatted(day, openDay));
    }
  }
}
