package org.vigie.scoring.answer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.scoring.bundle.BundleReading;
import org.vigie.scoring.model.Bounds;

/// A model bundle as it was read.
///
/// @param state `loaded` or `refused`
/// @param reasons why it was refused; empty when loaded
/// @param date day on which it was built; null when refused, as are catalogue and thresholds
/// @param thresholds bounds of the levels at 12, 18 and 24 months
public record ModelAnswer(
    String version,
    String state,
    List<String> reasons,
    @Nullable LocalDate date,
    @Nullable String catalogue,
    @Nullable List<Bounds> thresholds) {

  static ModelAnswer of(BundleReading reading) {
    return switch (reading) {
      case BundleReading.Loaded loaded -> {
        var model = loaded.bundle().model();
        yield new ModelAnswer(
            model.version(), "loaded", List.of(), model.date(), model.catalogue(), model.bounds());
      }
      case BundleReading.Refused refused ->
          new ModelAnswer(refused.version(), "refused", refused.reasons(), null, null, null);
    };
  }
}
