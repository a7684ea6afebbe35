package org.vigie.devkit.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A process did not become ready: which, why, and what to do.
public final class NotReadyException extends Exception {

  private static final long serialVersionUID = 1L;

  private final @Nullable String process;

  NotReadyException(String process, String message) {
    super(message);
    this.process = process;
  }

  /// Of what is found before any process is started.
  NotReadyException(String message) {
    super(message);
    this.process = null;
  }

  /// The process at fault: its log tells more. Empty when it was not started, so that its log tells
  /// of earlier starts only.
  public Optional<String> process() {
    return Optional.ofNullable(process);
  }
}
