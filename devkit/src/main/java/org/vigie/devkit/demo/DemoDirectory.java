package org.vigie.devkit.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.devkit.platform.ProcessTable;

/// The data directory of a demo: every demo starts from an empty one, so what an earlier demo left
/// is cleared, and what anything else left is not touched.
public final class DemoDirectory {

  private static final String MARKER = "made-by-demo";

  // Beside a demo's own: what other commands keep or are doing.
  private static final List<String> KEPT =
      List.of(MARKER, "port-base", "turn.lock", "run", "train", "bench");

  /// Makes the directory ready for a demo.
  ///
  /// @throws IllegalArgumentException when it holds a copy that is no demo, or that is running
  public static void prepare(Path data, ProcessTable processes) throws IOException {
    if (!processes.alive().isEmpty()) {
      throw new IllegalArgumentException(
          "Vigie is running on %s: end it with ./vigie down, or name another --data"
              .formatted(data));
    }
    Path marker = data.resolve(MARKER);
    if (Files.exists(marker)) {
      clear(data, KEPT.stream().map(data::resolve).toList());
    } else if (Files.exists(data.resolve("postgresql/cluster"))) {
      throw new IllegalArgumentException(
          "%s holds a copy of Vigie that is no demo: name another --data".formatted(data));
    }
    Files.writeString(marker, "");
  }

  /// From now on the directory holds more than a demo.
  public static void keep(Path data) throws IOException {
    Files.deleteIfExists(data.resolve(MARKER));
  }

  private static void clear(Path data, List<Path> kept) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      List<Path> doomed =
          files
              .filter(file -> !file.equals(data))
              .filter(file -> kept.stream().noneMatch(file::startsWith))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path file : doomed) {
        Files.delete(file);
      }
    }
  }

  private DemoDirectory() {}
}
