package org.vigie.devkit.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.devkit.deliver.StageBehindException;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.platform.NotReadyException;

/// Simulates the countries of some seeds, exports each one's features, and fits a model on them.
public final class Training {

  // Beside the ports of the copy itself, which may be running.
  private static final int PORTS_ASIDE = 100;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Installation installation;
  private final Path python;
  private final Consumer<String> progress;

  /// How the country of a seed is written.
  @FunctionalInterface
  public interface Countries {
    void write(long seed, Path directory) throws IOException;
  }

  /// @param python an interpreter with the training room's dependencies
  public Training(Installation installation, Path python, Consumer<String> progress) {
    this.installation = installation;
    this.python = python;
    this.progress = progress;
  }

  /// Fits a bundle; what each country gave is kept, so that a second run only fits.
  ///
  /// @return the bundle's directory
  public Path fit(List<Long> seeds, Countries countries, String version)
      throws IOException, InterruptedException, NotReadyException, StageBehindException {
    var places = new ArrayList<Installation>();
    for (long seed : seeds) {
      places.add(export(seed, countries));
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
    command.add("--seeds");
    command.add(seeds.stream().map(String::valueOf).collect(Collectors.joining(",")));
    Process fit =
        new ProcessBuilder(command)
            .directory(installation.home().resolve("training").toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(installation.log("train").toFile()))
            .start();
    if (fit.waitFor() != 0) {
      throw new IOException("the model could not be fitted: see " + installation.log("train"));
    }
    return models.resolve(version);
  }

  private Installation export(long seed, Countries countries)
      throws IOException, InterruptedException, NotReadyException, StageBehindException {
    var place =
        Installation.open(
            installation.home(),
            installation.directory("train").resolve("seed-" + seed),
            installation.portBase() + PORTS_ASIDE);
    if (Files.exists(table(place))) {
      progress.accept("seed " + seed + ": exported before");
      return place;
    }
    progress.accept("seed " + seed + ": simulating and loading a country");
    countries.write(seed, country(place));
    new TrainingTables(place, line -> progress.accept("seed " + seed + ": " + line))
        .export(country(place), table(place), catalogue(place));
    return place;
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
