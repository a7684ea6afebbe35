package org.vigie.devkit.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vigie.simulator.Progress;
import org.vigie.simulator.Simulation;
import org.vigie.simulator.SimulationPlan;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--companies",
      defaultValue = "3000",
      description = "Companies of the country (default: ${DEFAULT-VALUE}).")
  int companies;

  @Option(
      names = "--months",
      defaultValue = "12",
      description = "Monthly deliveries after the first (default: ${DEFAULT-VALUE}).")
  int months;

  @Option(names = "--seed", defaultValue = "42", description = "Seed (default: ${DEFAULT-VALUE}).")
  long seed;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  Path directory = Path.of("");

  @Override
  public Integer call() throws Exception {
    Simulation.of(new SimulationPlan(companies, months, seed))
        .writeTo(directory, Progress.silent());
    parent.common.result(
        Map.of("directory", directory.toString(), "companies", companies, "seed", seed),
        "wrote a country of %d companies to %s".formatted(companies, directory));
    return ExitCode.DONE;
  }
}
