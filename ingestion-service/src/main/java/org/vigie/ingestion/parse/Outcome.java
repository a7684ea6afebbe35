package org.vigie.ingestion.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What becomes of a row: `Parsed`, `Rejected` with its reason, or `Filtered`, which is a row that
/// is right and tells nothing that we take.
public sealed interface Outcome {

  /// @param siren company that the facts are about
  /// @param key natural key within the source, normalised
  /// @param versions at least one version of the fact, in the order in which they were known
  /// @param suspicious whether a value was taken with a doubt
  record Parsed(String siren, String key, List<Version> versions, boolean suspicious)
      implements Outcome {

    public Parsed {
      versions = List.copyOf(versions);
      if (versions.isEmpty()) {
        throw new IllegalArgumentException("no version of " + key);
      }
    }
  }

  /// @param column column at fault; null when the row as a whole is
  /// @param value value at fault; null when there is none
  /// @param reason the rule that it breaks, in English
  record Rejected(@Nullable String column, @Nullable String value, String reason)
      implements Outcome {

    // Enough to recognise a value; the row itself is kept whole beside it.
    private static final int VALUE_CHARS_MAX = 200;

    public Rejected {
      if (value != null && value.length() > VALUE_CHARS_MAX) {
        value = value.substring(0, VALUE_CHARS_MAX);
      }
    }

    static Rejected row(String reason) {
      return new Rejected(null, null, reason);
    }
  }

  /// @param reason why nothing is taken from it, in English
  record Filtered(String reason) implements Outcome {}
}
