package org.vigie.devkit.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.devkit.train.Training;
import org.vigie.simulator.SimulationPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "train",
    description = {
      "Fit a model on simulated countries and write its bundle.",
      "Each country is loaded on a platform of its own; what it gave is kept for the next run."
    })
final class TrainCommand implements Callable<Integer> {

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Option(
      names = "--seeds",
      split = ",",
      defaultValue = "1000,1001,1002",
      description = "Seeds of the countries, 1000 to 1999 (default: ${DEFAULT-VALUE}).")
  List<Long> seeds = List.of();

  @Option(
      names = "--companies",
      defaultValue = "3000",
      description = "Companies of each country (default: ${DEFAULT-VALUE}).")
  int companies;

  @Option(
      names = "--months",
      defaultValue = "48",
      description = "Monthly deliveries after the first (default: ${DEFAULT-VALUE}).")
  int months;

  @Option(
      names = "--name",
      paramLabel = "VERSION",
      description = "Name of the bundle (default: the date of today, like 2026-11-24).")
  @Nullable String version;

  @Override
  public Integer call() throws Exception {
    for (long seed : seeds) {
      if (!TrainingSeeds.contain(seed)) {
        throw new IllegalArgumentException(
            "--seeds %d: models are trained on seeds %s".formatted(seed, TrainingSeeds.RANGE));
      }
    }
    var common = parent.common;
    List<SimulationPlan> plans =
        seeds.stream().map(seed -> new SimulationPlan(companies, months, seed)).toList();
    Path bundle =
        new Training(common.installation(), python(), common::progress)
            .fit(plans, version == null ? LocalDate.now().toString() : version);
    common.result(Map.of("bundle", bundle.toString()), "wrote " + bundle);
    return ExitCode.DONE;
  }

  // Told by the start script, which lays out the training room's dependencies.
  private static Path python() {
    String python = System.getenv().getOrDefault("VIGIE_PYTHON", "");
    if (python.isEmpty()) {
      throw new IllegalStateException(
          "train needs Python 3.11 or newer: install it, and start with ./vigie");
    }
    return Path.of(python);
  }
}
