package org.vigie.scoring.bundle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `manifest.json` as it was written: anything may be absent, nothing has been checked. What tells
/// only people (metrics, seeds, calibration) is not read here.
@JsonIgnoreProperties(ignoreUnknown = true)
record Manifest(
    @Nullable String version,
    @Nullable LocalDate date,
    @Nullable String catalogue,
    List<Feature> features,
    List<String> themes,
    List<Integer> horizons,
    List<Threshold> thresholds,
    @Nullable Onnx onnx) {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Feature(@Nullable String name, @Nullable String group) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Threshold(int horizon, double modere, double eleve) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Onnx(@Nullable String sha256) {}

  Manifest {
    features = copyOrEmpty(features);
    themes = copyOrEmpty(themes);
    horizons = copyOrEmpty(horizons);
    thresholds = copyOrEmpty(thresholds);
  }

  private static <T> List<T> copyOrEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
