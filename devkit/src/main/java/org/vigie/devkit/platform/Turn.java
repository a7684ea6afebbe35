package org.vigie.devkit.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.watch.Patience;

/// The turn of one command to start or end processes of a copy: another waits for it.
final class Turn implements AutoCloseable {

  // Longer than the usual total of a start, which is the longest turn.
  private static final Duration PATIENCE = Patience.TOTAL.plusMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(200);

  // The system's locks are those of a whole program: closing any channel of the file ends them.
  private static final Set<Path> HELD_WITHIN = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private Turn(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// Waits for the turn.
  ///
  /// @throws IOException naming the copy when another keeps its turn too long
  static Turn take(Installation installation, Consumer<String> progress)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    Optional<Turn> turn = tryTake(installation);
    if (turn.isEmpty()) {
      progress.accept("Waiting: another command starts or ends Vigie on " + installation.data());
    }
    while (turn.isEmpty()) {
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw new IOException(
            "another command has been starting or ending Vigie on %s for %d minutes: end it first"
                .formatted(installation.data(), PATIENCE.toMinutes()));
      }
      Thread.sleep(PAUSE);
      turn = tryTake(installation);
    }
    return turn.get();
  }

  /// The turn; empty while another has it.
  static Optional<Turn> tryTake(Installation installation) throws IOException {
    Path file = installation.data().resolve("turn.lock");
    if (!HELD_WITHIN.add(file)) {
      return Optional.empty();
    }
    Optional<Turn> turn = Optional.empty();
    try {
      turn = lock(file);
      return turn;
    } finally {
      if (turn.isEmpty()) {
        HELD_WITHIN.remove(file);
      }
    }
  }

  private static Optional<Turn> lock(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() != null) {
      return Optional.of(new Turn(file, channel));
    }
    channel.close();
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD_WITHIN.remove(file);
  }
}
