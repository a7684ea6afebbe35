package org.vigie.scoring;

import java.nio.file.Path;
import org.vigie.scoring.bundle.ModelShelf;

/// The bundles that tests load.
public final class Bundles {

  /// Made by `training/tests/tiny.py`.
  public static final Path TEST_MODELS = Path.of("src/test/resources/models");

  /// Those that are shipped.
  public static final Path SHIPPED_MODELS = Path.of("models");

  public static ModelShelf shelf() {
    return new ModelShelf(TEST_MODELS);
  }

  private Bundles() {}
}
