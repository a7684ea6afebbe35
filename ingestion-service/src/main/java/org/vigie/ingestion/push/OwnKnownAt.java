package org.vigie.ingestion.push;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.delivery.Paris;

/// The member of a fact that tells from when the fact is known.
final class OwnKnownAt {

  static final String NAME = "knownAt";

  // An instant with nanoseconds and its offset has some 40.
  private static final int CHARS_MAX = 64;

  private final int index;
  private boolean read;
  private @Nullable Instant instant;

  /// @param index of the fact
  OwnKnownAt(int index) {
    this.index = index;
  }

  /// Whether a member is this one; names are as in a file, whatever their case.
  boolean isNamed(String name) {
    return name.strip().equalsIgnoreCase(NAME);
  }

  void read(String text) {
    if (read) {
      throw PushReader.invalid(index, NAME, "", "stands twice");
    }
    read = true;
    instant = text.isEmpty() ? null : parse(text);
  }

  /// Null when the fact does not tell.
  @Nullable Instant instant() {
    return instant;
  }

  private Instant parse(String text) {
    try {
      if (text.length() <= CHARS_MAX) {
        return text.contains("T")
            ? OffsetDateTime.parse(text).toInstant()
            : Paris.startOf(LocalDate.parse(text));
      }
    } catch (DateTimeException _) {
      // Told below.
    }
    throw PushReader.invalid(index, NAME, text, "is a day, or an instant with its offset");
  }
}
