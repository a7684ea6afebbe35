package org.vigie.devkit.demo;

import java.time.Duration;
import org.vigie.devkit.observe.Memory;
import org.vigie.devkit.platform.ProcessTable;

/// Watches the resident memory of all processes together, the command line included.
final class PeakMemory implements AutoCloseable {

  // Often enough to see the starts, seldom enough not to be felt.
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final ProcessTable processes;
  private final Thread watcher;
  private volatile long peakBytes;

  PeakMemory(ProcessTable processes) {
    this.processes = processes;
    this.watcher = Thread.ofVirtual().name("peak-memory").start(this::watch);
  }

  long bytes() {
    return peakBytes;
  }

  @Override
  public void close() {
    watcher.interrupt();
  }

  private void watch() {
    try {
      while (true) {
        long now =
            Memory.residentBytes(ProcessHandle.current())
                + processes.alive().stream()
                    .flatMap(process -> process.handle().stream())
                    .filter(handle -> !isChild(handle))
                    .mapToLong(Memory::residentBytes)
                    .sum();
        peakBytes = Math.max(peakBytes, now);
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException ended) {
      // The demo is over.
    }
  }

  // Counted with the command line that started it.
  private static boolean isChild(ProcessHandle handle) {
    return handle.parent().filter(ProcessHandle.current()::equals).isPresent();
  }
}
