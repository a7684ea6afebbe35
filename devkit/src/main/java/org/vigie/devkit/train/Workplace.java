package org.vigie.devkit.train;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.PrivateDirectory;
import org.vigie.devkit.platform.Platform;

/// A directory that holds a platform of a tool's own, for one run at a time.
public final class Workplace implements AutoCloseable {

  private static final String LOCK = "workplace.lock";
  // What other commands may be looking into.
  private static final List<String> KEPT = List.of(LOCK, "turn.lock", "run");

  private final Installation place;
  private final FileChannel lock;

  private Workplace(Installation place, FileChannel lock) {
    this.place = place;
    this.lock = lock;
  }

  /// Takes a place and empties it: what an earlier run left running there is ended.
  ///
  /// @throws IllegalStateException when another run has it
  public static Workplace take(Installation place) throws IOException, InterruptedException {
    var lock =
        FileChannel.open(
            PrivateDirectory.open(place.data()).resolve(LOCK),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    if (lock.tryLock() == null) {
      lock.close();
      throw new IllegalStateException(
          "another run works in %s: wait for its end".formatted(place.data()));
    }
    var workplace = new Workplace(place, lock);
    workplace.clear();
    return workplace;
  }

  /// Ends what runs there and deletes what was written.
  public void clear() throws IOException, InterruptedException {
    new Platform(place, _ -> {}).down();
    try (Stream<Path> files = Files.walk(place.data())) {
      List<Path> doomed =
          files
              .filter(file -> !file.equals(place.data()))
              .filter(file -> KEPT.stream().map(place.data()::resolve).noneMatch(file::startsWith))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path file : doomed) {
        Files.delete(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
