package org.vigie.scoring.bundle;

import java.util.List;

/// What became of a bundle's directory: [Loaded], or [Refused] with every reason.
public sealed interface BundleReading {

  /// Name of the directory, which is the version of the model.
  String version();

  /// @param bundle the bundle, ready to run
  record Loaded(ModelBundle bundle) implements BundleReading {
    @Override
    public String version() {
      return bundle.model().version();
    }
  }

  /// @param reasons why it does not fit, at least one, in English
  record Refused(String version, List<String> reasons) implements BundleReading {
    public Refused {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("model " + version + " refused without a reason");
      }
    }
  }
}
