package org.vigie.scoring.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.scoring.Bundles;
import org.vigie.scoring.bundle.BundleReading.Loaded;
import org.vigie.scoring.model.Prediction;

class GoldenScoresTest {

  static Stream<Path> bundles() throws IOException {
    return Stream.concat(
        directories(Bundles.TEST_MODELS).stream(), directories(Bundles.SHIPPED_MODELS).stream());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void javaFindsWhatPythonFoundOnEveryRow(Path directory) throws IOException {
    ModelBundle bundle = load(directory);
    GoldenScores golden = GoldenScores.read(directory.resolve("golden.csv"), bundle.model());

    try (var predictor = bundle.predictor()) {
      for (var row : golden.rows()) {
        List<Double> found = GoldenScores.answers(predictor.predict(row.values()));
        for (int at = 0; at < found.size(); at++) {
          assertThat(found.get(at))
              .as("line %d, answer %d", row.line(), at)
              .isCloseTo(row.answers().get(at), within(1e-6));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void onEveryRowProbabilitiesRiseAndThemesSumToTheLogOdds(Path directory) throws IOException {
    ModelBundle bundle = load(directory);
    GoldenScores golden = GoldenScores.read(directory.resolve("golden.csv"), bundle.model());

    try (var predictor = bundle.predictor()) {
      for (var row : golden.rows()) {
        Prediction found = predictor.predict(row.values());
        assertThat(found.p12()).isPositive().isLessThanOrEqualTo(found.p18());
        assertThat(found.p18()).isLessThanOrEqualTo(found.p24());
        double logOdds =
            found.intercept()
                + found.contributions().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(1 / (1 + Math.exp(-logOdds))).isCloseTo(found.p18(), within(1e-14));
      }
    }
  }

  private static ModelBundle load(Path directory) {
    return ((Loaded) new BundleReader().read(directory)).bundle();
  }

  private static List<Path> directories(Path models) throws IOException {
    if (!Files.isDirectory(models)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(models)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }
}
