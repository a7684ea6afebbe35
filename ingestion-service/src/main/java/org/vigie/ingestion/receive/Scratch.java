package org.vigie.ingestion.receive;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.vigie.ingestion.delivery.Delivery;

/// Directories for what a delivery puts down while it is loaded. One delivery is loaded at a time.
@ApplicationScoped
public class Scratch {

  private final Path root;

  Scratch(DiskConfig config) {
    this.root = config.dataDir().resolve("scratch");
  }

  /// An empty directory; what an interrupted attempt left is deleted.
  public Path of(Delivery delivery) throws IOException {
    delete(root);
    return Files.createDirectories(root.resolve(delivery.id()));
  }

  public void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> found;
    try (var paths = Files.walk(directory)) {
      found = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (var path : found) {
      Files.delete(path);
    }
  }
}
