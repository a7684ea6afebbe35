package org.vigie.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.simulator.calendar.Timeline;
import org.vigie.simulator.chance.Chance;
import org.vigie.simulator.chance.Stream;
import org.vigie.simulator.country.Company;
import org.vigie.simulator.country.Country;
import org.vigie.simulator.files.Deliveries;
import org.vigie.simulator.files.TruthFile;
import org.vigie.simulator.life.Life;
import org.vigie.simulator.life.Lives;
import org.vigie.simulator.registers.Administrations;

/// A simulated country, from a plan to files. One company after the other goes through the stages:
///
/// 1. [Country] draws who it is;
/// 2. [Lives] lets it live, fail or close;
/// 3. [Administrations] write down what they come to know, and when;
/// 4. [Deliveries] put that into dated folders in the real formats, [TruthFile] keeps what became
///    of it.
public final class Simulation {

  private final SimulationPlan plan;
  private final Timeline timeline;
  private final Country country;
  private final Lives lives;
  private final Administrations administrations;

  private Simulation(SimulationPlan plan) {
    this.plan = plan;
    this.timeline = new Timeline(plan.months());
    this.country = new Country(plan.seed(), timeline);
    this.lives = new Lives(plan.seed(), timeline);
    this.administrations = new Administrations(plan.seed(), timeline);
  }

  public static Simulation of(SimulationPlan plan) {
    return new Simulation(plan);
  }

  /// Writes `directory/YYYY-MM-DD/<files>` and `directory/truth.csv`.
  ///
  /// @throws IllegalArgumentException when `directory` holds anything: two countries must not mix
  public Written writeTo(Path directory, Progress progress) throws IOException {
    requireEmpty(directory);
    int failures = 0;
    try (var deliveries = new Deliveries(directory, timeline);
        var truth = new TruthFile(directory.resolve("truth.csv"), timeline.coveredUntil())) {
      for (int number = 0; number < plan.companies(); number++) {
        var company = country.company(number);
        var life = lives.of(company);
        deliver(company, life, deliveries);
        failures += truth.write(company, life) ? 1 : 0;
        progress.companiesDone(number + 1, plan.companies());
      }
      return new Written(
          timeline.deliveryCount(), deliveries.rows(), deliveries.damaged(), failures);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void deliver(Company company, Life life, Deliveries deliveries) {
    var chance = Chance.of(plan.seed(), Stream.DAMAGE, company.number());
    administrations.write(
        company,
        life,
        row -> {
          try {
            deliveries.write(row, chance);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void requireEmpty(Path directory) throws IOException {
    Files.createDirectories(directory);
    try (var entries = Files.list(directory)) {
      if (entries.findAny().isPresent()) {
        throw new IllegalArgumentException(
            "%s is not empty, and a country needs an empty directory: name another, or clear it"
                .formatted(directory));
      }
    }
  }
}
