package org.vigie.devkit.command;

/// What a command's exit code means.
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;
  static final int INPUT_REFUSED = 3;
  static final int NOT_RUNNING = 4;

  private ExitCode() {}
}
