package org.vigie.devkit.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A process that this installation started, as its record on disk tells: it outlives the launcher.
///
/// @param name names the process
/// @param pid process id
/// @param startTicks when it started, in the kernel's ticks since boot: a process id is used again,
///     a tick with it is not, and unlike a date it does not move when the clock is corrected
/// @param port main port
public record RunningProcess(String name, long pid, long startTicks, int port) {

  // Positions after the command's closing parenthesis in /proc/PID/stat: fields 3 and 22 of 52, the
  // first two being the id and the command.
  private static final int STATE_FIELD = 0;
  private static final int START_FIELD = 22 - 3;
  // What has ended keeps its id until its parent takes note, which some never do.
  private static final String ZOMBIE = "Z";

  /// The live process; empty when it has ended or its id now belongs to another.
  public Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(_ -> startTicksOf(pid) == startTicks);
  }

  /// When a process started, in ticks since boot; -1 when it has ended.
  static long startTicksOf(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return fields[STATE_FIELD].equals(ZOMBIE) ? -1 : Long.parseLong(fields[START_FIELD]);
    } catch (IOException ended) {
      return -1;
    }
  }
}
