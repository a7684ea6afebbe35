package org.vigie.devkit.deliver;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One thing to do when bringing files: close a day, or upload a file.
public sealed interface Step {

  /// @param day the last day that is over
  record CloseDay(LocalDate day) implements Step {}

  /// @param file a file in a source's format
  /// @param knownAt a date, `rule`, or null for the platform's day
  /// @param named whether the user named this very file, or it was found in a folder
  record Upload(Path file, @Nullable String knownAt, boolean named) implements Step {

    /// A file that was found in a folder.
    public Upload(Path file, @Nullable String knownAt) {
      this(file, knownAt, false);
    }
  }
}
