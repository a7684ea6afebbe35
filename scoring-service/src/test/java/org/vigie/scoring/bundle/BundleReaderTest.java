package org.vigie.scoring.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.scoring.Bundles;
import org.vigie.scoring.Vectors;
import org.vigie.scoring.bundle.BundleReading.Loaded;
import org.vigie.scoring.bundle.BundleReading.Refused;

class BundleReaderTest {

  private final BundleReader reader = new BundleReader();

  @TempDir Path models;
  private Path bundle;

  @BeforeEach
  void copyTiny() throws IOException {
    bundle = Files.createDirectory(models.resolve(Vectors.TINY));
    try (Stream<Path> files = Files.list(Bundles.TEST_MODELS.resolve(Vectors.TINY))) {
      for (Path file : files.toList()) {
        Files.copy(file, bundle.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void aBundleThatFitsIsLoaded() {
    assertThat(reader.read(bundle)).isInstanceOf(Loaded.class);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("\"version\": \"tiny\"", "\"version\": \"other\"", "version is other"),
        arguments("\"date\": \"2023-12-31\",", "", "date is missing"),
        arguments("\"1-20d906b6\"", "\"1-00000000\"", "the hash of its features is 20d906b6"),
        arguments("\"cotisation\"", "\"cotisations\"", "the hash of its features is"),
        arguments("\"effectif\"\n    }", "\"astrologie\"\n    }", "no known group: astrologie"),
        arguments(
            "    \"effectif\",\n    \"profil\"",
            "    \"profil\"",
            "themes is [dette_urssaf, profil]"),
        arguments("    18,\n", "    17,\n", "horizons is [12, 17, 24]"),
        arguments("\"horizon\": 18", "\"horizon\": 17", "thresholds are of the horizons"),
        arguments("\"modere\": 0.1", "\"modere\": 1.1", "thresholds at 18 months break"),
        arguments("\"sha256\": \"", "\"sha256\": \"0", "sha256 of model.onnx is"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aManifestThatDoesNotFitIsRefusedWithItsReason(String good, String bad, String reason)
      throws IOException {
    replaceInManifest(good, bad);

    assertThat(reasons()).anyMatch(one -> one.contains(reason));
  }

  @Test
  void everyReasonIsGivenAtOnce() throws IOException {
    replaceInManifest("\"version\": \"tiny\"", "\"version\": \"other\"");
    replaceInManifest("    18,\n", "    17,\n");
    Files.write(bundle.resolve("model.onnx"), new byte[] {1, 2, 3});

    assertThat(reasons()).hasSize(3);
  }

  @Test
  void aGraphThatOnnxRuntimeCannotReadIsRefused() throws IOException {
    Files.write(bundle.resolve("model.onnx"), new byte[] {1, 2, 3});
    // The hash of these three bytes, so that nothing else is wrong.
    replaceHash("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");

    assertThat(reasons()).singleElement().asString().contains("ONNX Runtime refuses model.onnx");
  }

  @Test
  void aGraphOfOtherFeaturesIsRefused() throws IOException {
    replaceInManifest(
        "\"features\": [", "\"features\": [{\"name\": \"another\", \"group\": \"profil\"},");
    replaceInManifest("\"1-20d906b6\"", "\"1-15e35450\"");

    assertThat(reasons()).singleElement().asString().contains("the graph's features is");
  }

  @Test
  void goldenScoresThatJavaDoesNotFindAreAReasonToRefuse() throws IOException {
    Path golden = bundle.resolve("golden.csv");
    List<String> lines = Files.readAllLines(golden);
    String second = lines.get(1);
    int comma = second.lastIndexOf(',');
    lines.set(1, second.substring(0, comma) + ",0.5");
    Files.write(golden, lines);

    assertThat(reasons()).containsExactly("golden.csv: other answers on 1 lines, first [2]");
  }

  @Test
  void aGraphThatFailsWhenItRunsIsRefused() throws Exception {
    byte[] onnx = Files.readAllBytes(bundle.resolve("model.onnx"));
    // Gathers a feature that is not there: the first index after the name of the tensor.
    String text = new String(onnx, StandardCharsets.ISO_8859_1);
    int raw = text.indexOf("quantitiesJ") + "quantitiesJ".length() + 1;
    onnx[raw] = 99;
    Files.write(bundle.resolve("model.onnx"), onnx);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(onnx);
    replaceHash(HexFormat.of().formatHex(hash));

    assertThat(reasons()).singleElement().asString().startsWith("model.onnx fails when it is");
  }

  @Test
  void aManifestThatHoldsNothingIsRefused() throws IOException {
    Files.writeString(bundle.resolve("manifest.json"), "null");

    assertThat(reasons()).containsExactly("manifest.json: holds nothing");
  }

  @Test
  void aShelfReadsOnAfterABundleThatIsRefused() throws IOException {
    Path broken = Files.createDirectory(models.resolve("broken"));
    Files.writeString(broken.resolve("manifest.json"), "null");

    assertThat(new ModelShelf(models).find(Vectors.TINY)).isPresent();
  }

  @Test
  void aDirectoryWithoutItsFilesIsRefused() throws IOException {
    Files.delete(bundle.resolve("golden.csv"));

    assertThat(reasons()).singleElement().asString().contains("golden.csv");
  }

  @Test
  void aLoadedModelGoesOnWhenItsFilesChange() throws IOException {
    var shelf = new ModelShelf(models);
    replaceInManifest("\"version\": \"tiny\"", "\"version\": \"other\"");

    shelf.refresh();

    assertThat(shelf.find(Vectors.TINY)).isPresent();
  }

  @Test
  void aBundleThatWasMendedIsLoadedAtTheNextLook() throws IOException {
    replaceInManifest("\"version\": \"tiny\"", "\"version\": \"other\"");
    var shelf = new ModelShelf(models);
    assertThat(shelf.find(Vectors.TINY)).isEmpty();

    replaceInManifest("\"version\": \"other\"", "\"version\": \"tiny\"");
    shelf.refresh();

    assertThat(shelf.find(Vectors.TINY)).isPresent();
  }

  private List<String> reasons() {
    return ((Refused) reader.read(bundle)).reasons();
  }

  private void replaceInManifest(String good, String bad) throws IOException {
    Path manifest = bundle.resolve("manifest.json");
    String text = Files.readString(manifest);
    assertThat(text).contains(good);
    Files.writeString(manifest, text.replace(good, bad));
  }

  private void replaceHash(String hash) throws IOException {
    Path manifest = bundle.resolve("manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(
        manifest, text.replaceFirst("\"sha256\": \"[0-9a-f]+\"", "\"sha256\": \"" + hash + "\""));
  }
}
