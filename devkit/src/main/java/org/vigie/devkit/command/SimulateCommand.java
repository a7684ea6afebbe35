package org.vigie.devkit.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vigie.simulator.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "simulate",
    description = {
      "Write a plausible country in the real file formats: the same seed gives the same bytes.",
      "DIR/YYYY-MM-DD/ holds what is delivered on that day; DIR/truth.csv what really happens."
    })
final class SimulateCommand implements Callable<Integer> {

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Mixin CountryOptions country = new CountryOptions();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  Path directory = Path.of("");

  @Override
  public Integer call() throws Exception {
    country.simulation().writeTo(directory, Progress.tenths(parent.common::progress));
    parent.common.result(
        Map.of(
            "directory",
            directory.toString(),
            "companies",
            country.companies,
            "seed",
            country.seed),
        "wrote a country of %d companies to %s".formatted(country.companies, directory));
    return ExitCode.DONE;
  }
}
