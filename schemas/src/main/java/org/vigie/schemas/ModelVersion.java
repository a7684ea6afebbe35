package org.vigie.schemas;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names a model. It names a directory too, so that its form lets no path through.
public record ModelVersion(String text) {

  public static final String RULE =
      "1 to 64 letters, digits, dots, hyphens and underscores, a letter or digit first and last,"
          + " no two dots in a row";

  private static final int LENGTH_MAX = 64;
  private static final Pattern FORM =
      Pattern.compile("[0-9A-Za-z](?:[0-9A-Za-z._-]{0,62}[0-9A-Za-z])?");

  public ModelVersion {
    if (!isOne(text)) {
      throw new IllegalArgumentException("a model's version is " + RULE);
    }
  }

  /// The version that a text names; empty when it has not the form.
  public static Optional<ModelVersion> ofText(@Nullable String text) {
    return text != null && isOne(text) ? Optional.of(new ModelVersion(text)) : Optional.empty();
  }

  private static boolean isOne(String text) {
    return text.length() <= LENGTH_MAX && FORM.matcher(text).matches() && !text.contains("..");
  }
}
