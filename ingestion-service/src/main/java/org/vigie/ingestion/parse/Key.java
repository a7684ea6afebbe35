package org.vigie.ingestion.parse;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Natural keys: their parts in the order of the source's table, joined by `|`.
final class Key {

  /// A `|` within a part is escaped, so that different parts never make the same key.
  static String of(Object... parts) {
    return Arrays.stream(parts)
        .map(part -> part.toString().replace("\\", "\\\\").replace("|", "\\|"))
        .collect(Collectors.joining("|"));
  }

  private Key() {}
}
