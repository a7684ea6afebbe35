package org.vigie.devkit.watch;

import java.time.Instant;

/// What is done about a process that ended.
public sealed interface Decision {

  /// It is started again now.
  record Restart() implements Decision {}

  /// It is started again, but not before then.
  record Wait(Instant until) implements Decision {}

  /// It is not started again: it ended too often.
  record GiveUp(String reason) implements Decision {}
}
