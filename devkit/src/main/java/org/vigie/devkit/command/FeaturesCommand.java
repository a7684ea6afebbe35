package org.vigie.devkit.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.vigie.devkit.installation.Slot;
import org.vigie.schemas.Siren;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "features", description = "A company's features as they stand today.")
final class FeaturesCommand implements Callable<Integer> {

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Parameters(paramLabel = "SIREN", description = "Nine digits.")
  String siren = "";

  @Override
  public Integer call() throws Exception {
    JsonNode features =
        parent
            .common
            .operator()
            .get(Slot.FEATURE_SERVICE, "/companies/" + new Siren(siren) + "/features");
    parent.common.result(features, CompanyText.features(features));
    return ExitCode.DONE;
  }
}
