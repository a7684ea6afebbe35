package org.vigie.devkit.platform;

/// A process did not become ready: which, why, and what to do.
public final class NotReadyException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String process;

  NotReadyException(String process, String message) {
    super(message);
    this.process = process;
  }

  /// The process at fault: its log tells more.
  public String process() {
    return process;
  }
}
