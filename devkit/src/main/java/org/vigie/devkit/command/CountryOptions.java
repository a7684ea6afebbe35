package org.vigie.devkit.command;

import org.vigie.simulator.Simulation;
import org.vigie.simulator.SimulationPlan;
import picocli.CommandLine.Option;

/// Which country is simulated: the same options wherever one is.
final class CountryOptions {

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

  Simulation simulation() {
    return Simulation.of(new SimulationPlan(companies, months, seed));
  }
}
