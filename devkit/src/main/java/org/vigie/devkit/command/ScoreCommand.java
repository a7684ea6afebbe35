package org.vigie.devkit.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.vigie.devkit.installation.Slot;
import org.vigie.schemas.Siren;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "score",
    description = "A company's probabilities of failure, what makes them, or why there are none.")
final class ScoreCommand implements Callable<Integer> {

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Parameters(paramLabel = "SIREN", description = "Nine digits.")
  String siren = "";

  @Override
  public Integer call() throws Exception {
    JsonNode score =
        parent.common.operator().get(Slot.SCORING_SERVICE, "/scores/" + new Siren(siren));
    parent.common.result(score, CompanyText.score(score));
    return ExitCode.DONE;
  }
}
