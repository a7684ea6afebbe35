package org.vigie.devkit.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.devkit.installation.Slot;
import org.vigie.schemas.Siren;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "history",
    description = "A company's features month by month, with all that is known.")
final class HistoryCommand implements Callable<Integer> {

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Parameters(paramLabel = "SIREN", description = "Nine digits.")
  String siren = "";

  @Option(names = "--from", paramLabel = "YYYY-MM", description = "First month.")
  @Nullable YearMonth from;

  @Option(names = "--to", paramLabel = "YYYY-MM", description = "Last month.")
  @Nullable YearMonth to;

  @Override
  public Integer call() throws Exception {
    if (from != null && to != null && from.isAfter(to)) {
      throw new IllegalArgumentException(
          "--from %s is after --to %s: there is no month between them".formatted(from, to));
    }
    var range = new ArrayList<String>();
    if (from != null) {
      range.add("from=" + from);
    }
    if (to != null) {
      range.add("to=" + to);
    }
    String query = range.isEmpty() ? "" : "?" + String.join("&", range);
    JsonNode history =
        parent
            .common
            .operator()
            .get(Slot.FEATURE_SERVICE, "/companies/" + new Siren(siren) + "/history" + query);
    parent.common.result(history, CompanyText.history(history));
    return ExitCode.DONE;
  }
}
