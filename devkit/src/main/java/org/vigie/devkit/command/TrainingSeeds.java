package org.vigie.devkit.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The seeds on which models are trained: no model is judged on them.
final class TrainingSeeds {

  static final String RANGE = "1000 to 1999";

  private static final ObjectMapper JSON = new ObjectMapper();

  static boolean contain(long seed) {
    return seed >= 1000 && seed <= 1999;
  }

  /// The seeds that the manifest of each bundle lists, by the bundle's name.
  static Map<String, Set<Long>> ofBundles(Path models) throws IOException {
    var seeds = new TreeMap<String, Set<Long>>();
    try (Stream<Path> bundles = Files.list(models)) {
      for (Path manifest : bundles.map(bundle -> bundle.resolve("manifest.json")).toList()) {
        if (Files.exists(manifest)) {
          var listed = new HashSet<Long>();
          JSON.readTree(manifest.toFile()).path("seeds").forEach(seed -> listed.add(seed.asLong()));
          seeds.put(manifest.getName(manifest.getNameCount() - 2).toString(), listed);
        }
      }
    }
    return seeds;
  }

  private TrainingSeeds() {}
}
