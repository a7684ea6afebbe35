package org.vigie.scoring.bundle;

import static java.util.Objects.requireNonNull;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.ModelVersion;
import org.vigie.scoring.bundle.BundleReading.Loaded;
import org.vigie.scoring.bundle.BundleReading.Refused;
import org.vigie.scoring.model.Bounds;
import org.vigie.scoring.model.Feature;
import org.vigie.scoring.model.Model;

/// Reads a bundle's directory: `manifest.json`, `model.onnx` and `golden.csv`, all of which must
/// agree.
public final class BundleReader {

  // As many lines as tell what is wrong without filling a screen.
  private static final int DISAGREEMENTS_NAMED_MAX = 5;

  private final OrtEnvironment environment =
      OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "vigie");

  private final JsonMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();

  /// What becomes of a directory; a file that cannot be read is a reason among others.
  public BundleReading read(Path directory) {
    String version = directory.getFileName().toString();
    if (ModelVersion.ofText(version).isEmpty()) {
      return new Refused(version, List.of("the name of a bundle is " + ModelVersion.RULE));
    }
    try {
      @Nullable Manifest manifest =
          json.readValue(directory.resolve("manifest.json").toFile(), Manifest.class);
      if (manifest == null) {
        return new Refused(version, List.of("manifest.json: holds nothing"));
      }
      byte[] onnx = Files.readAllBytes(directory.resolve("model.onnx"));
      List<String> reasons = ManifestCheck.reasons(manifest, version, onnx);
      return reasons.isEmpty()
          ? load(directory, model(manifest), onnx)
          : new Refused(version, reasons);
    } catch (JsonProcessingException e) {
      return new Refused(version, List.of("manifest.json: " + e.getOriginalMessage()));
    } catch (IOException e) {
      return new Refused(version, List.of("a file cannot be read: " + e));
    } catch (RuntimeException e) {
      // A bundle comes from outside: whatever it makes fail is its own fault, not the service's.
      return new Refused(version, List.of("the bundle cannot be read: " + e));
    }
  }

  private BundleReading load(Path directory, Model model, byte[] onnx) {
    try {
      OrtSession session = open(onnx);
      var bundle = new ModelBundle(model, environment, session);
      List<String> reasons = reasons(directory, bundle);
      if (reasons.isEmpty()) {
        return new Loaded(bundle);
      }
      session.close();
      return new Refused(model.version(), reasons);
    } catch (OrtException e) {
      return new Refused(
          model.version(), List.of("ONNX Runtime refuses model.onnx: " + e.getMessage()));
    }
  }

  // Every failure is a reason: the session of a bundle that is refused is closed.
  private static List<String> reasons(Path directory, ModelBundle bundle) {
    Model model = bundle.model();
    try {
      List<String> reasons =
          GraphCheck.reasons(bundle.session(), model.features().size(), model.themes().size());
      return reasons.isEmpty() ? goldenReasons(directory.resolve("golden.csv"), bundle) : reasons;
    } catch (IOException e) {
      return List.of("golden.csv cannot be read: " + e);
    } catch (OrtException | RuntimeException e) {
      return List.of("model.onnx fails when it is tried: " + e + because(e.getCause()));
    }
  }

  private static String because(@Nullable Throwable cause) {
    return cause == null ? "" : ", because " + cause.getMessage();
  }

  private OrtSession open(byte[] onnx) throws OrtException {
    try (var options = new OrtSession.SessionOptions()) {
      // A row is some microseconds of work: handing it to other threads would cost more.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      return environment.createSession(onnx, options);
    }
  }

  private static List<String> goldenReasons(Path file, ModelBundle bundle) throws IOException {
    try (var predictor = bundle.predictor()) {
      List<Integer> lines = GoldenScores.read(file, bundle.model()).disagreements(predictor);
      return lines.isEmpty()
          ? List.of()
          : List.of(
              "golden.csv: other answers on %d lines, first %s"
                  .formatted(lines.size(), lines.stream().limit(DISAGREEMENTS_NAMED_MAX).toList()));
    } catch (IllegalArgumentException e) {
      return List.of("golden.csv: " + e.getMessage());
    }
  }

  /// A manifest that has been checked, in the words of the domain.
  private static Model model(Manifest manifest) {
    return new Model(
        requireNonNull(manifest.version()),
        requireNonNull(manifest.date()),
        requireNonNull(manifest.catalogue()),
        manifest.features().stream()
            .map(
                feature ->
                    new Feature(requireNonNull(feature.name()), requireNonNull(feature.group())))
            .toList(),
        manifest.themes(),
        manifest.thresholds().stream()
            .map(bound -> new Bounds(bound.modere(), bound.eleve()))
            .toList());
  }
}
