package org.vigie.devkit.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.devkit.deliver.StageBehindException;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.platform.NotReadyException;
import org.vigie.simulator.Progress;
import org.vigie.simulator.Simulation;
import org.vigie.simulator.SimulationPlan;

/// Simulates some countries, exports each one's features, and fits a model on them.
public final class Training {

  // Beside the ports of the copy itself, which may be running.
  private static final int PORTS_ASIDE = 100;

  // How the line begins on which a fit says how good its model is.
  private static final String FIGURES = "AUC";

  // A fit says some twenty lines, and a failure its stack trace.
  private static final int LINES_MAX = 200;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Installation installation;
  private final Path python;
  private final Consumer<String> progress;

  /// @param python an interpreter with the training room's dependencies
  public Training(Installation installation, Path python, Consumer<String> progress) {
    this.installation = installation;
    this.python = python;
    this.progress = progress;
  }

  /// Fits a bundle; what each country gave is kept, so that a second run only fits.
  ///
  /// @param plans the countries
  /// @return the bundle's directory
  public Path fit(List<SimulationPlan> plans, String version)
      throws IOException, InterruptedException, NotReadyException, StageBehindException {
    var places = new ArrayList<Installation>();
    for (SimulationPlan plan : plans) {
      places.add(export(plan));
    }
    Path models = installation.home().resolve("scoring-service/models");
    var command = new ArrayList<String>();
    command.addAll(List.of(python.toString(), "-m", "vigie_training", "fit", "--table"));
    places.forEach(place -> command.add(table(place).toString()));
    command.add("--truth");
    places.forEach(place -> command.add(country(place).resolve("truth.csv").toString()));
    command.add("--covered-until");
    for (Installation place : places) {
      command.add(coveredUntil(place));
    }
    command.addAll(List.of("--first-day", firstDay(places.getFirst())));
    JsonNode catalogue = JSON.readTree(catalogue(places.getFirst()).toFile());
    command.addAll(List.of("--catalogue", catalogue.path("version").asText()));
    command.addAll(List.of("--catalogue-names", names(catalogue).toString()));
    command.addAll(List.of("--out", models.toString(), "--version", version));
    command.addAll(List.of("--date", LocalDate.now().toString()));
    command.add("--seeds");
    command.add(
        plans.stream().map(plan -> String.valueOf(plan.seed())).collect(Collectors.joining(",")));
    run(command);
    return models.resolve(version);
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    progress.accept("Fitting the model");
    var log = installation.log("train");
    Process fit =
        new ProcessBuilder(command)
            .directory(installation.home().resolve("training").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.begin().toFile()))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(fit::destroy, "stop-fit"));
    int exit = fit.waitFor();
    List<String> said = log.tail(LINES_MAX);
    if (exit != 0) {
      throw new IOException(
          "the model could not be fitted: %s (all of it in %s)"
              .formatted(said.isEmpty() ? "exit " + exit : said.getLast(), log.file()));
    }
    said.stream().filter(line -> line.startsWith(FIGURES)).forEach(progress);
  }

  /// The place of a country, with its table: made now, or by an earlier run.
  private Installation export(SimulationPlan plan)
      throws IOException, InterruptedException, NotReadyException, StageBehindException {
    Consumer<String> ofSeed = line -> progress.accept("seed " + plan.seed() + ": " + line);
    var place =
        new Installation(
            installation.home(),
            installation.directory("train").resolve(name(plan)),
            installation.portBase() + PORTS_ASIDE);
    if (Files.exists(table(place))) {
      ofSeed.accept("exported before");
      return place;
    }
    // An interrupted run may have left anything but the table.
    try (var _ = Workplace.take(place)) {
      ofSeed.accept("simulating and loading a country in " + place.data());
      Simulation.of(plan).writeTo(country(place), Progress.tenths(ofSeed));
      new TrainingTables(place, ofSeed).export(country(place), table(place), catalogue(place));
      return place;
    }
  }

  // All that the country follows from: another size is another country.
  private static String name(SimulationPlan plan) {
    return "seed-%d-%dx%d".formatted(plan.seed(), plan.companies(), plan.months());
  }

  private static Path country(Installation place) {
    return place.data().resolve("country");
  }

  private static Path table(Installation place) {
    return place.data().resolve("table.csv");
  }

  private static Path catalogue(Installation place) {
    return place.data().resolve("catalogue.json");
  }

  /// The catalogue as the training room reads it: a line « name group » per feature, in order.
  private Path names(JsonNode catalogue) throws IOException {
    var lines = new ArrayList<String>();
    for (JsonNode feature : catalogue.path("features")) {
      lines.add(feature.path("name").asText() + " " + feature.path("group").asText());
    }
    return Files.write(installation.directory("train").resolve("catalogue.txt"), lines);
  }

  // The truth names on every line the last day that it covers.
  private static String coveredUntil(Installation place) throws IOException {
    try (Stream<String> lines = Files.lines(country(place).resolve("truth.csv"))) {
      String line = lines.skip(1).findFirst().orElseThrow();
      return line.substring(line.lastIndexOf(',') + 1);
    }
  }

  // Before the first delivery nothing was known live.
  private static String firstDay(Installation place) throws IOException {
    try (Stream<Path> folders = Files.list(country(place))) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .min(Comparator.naturalOrder())
          .orElseThrow();
    }
  }
}
