package org.vigie.kit.streams;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Keeps the state of one generation of a stream. The last element of `kafka-streams.state.dir`
/// names the generation: it is raised when state that an earlier release left cannot be read or is
/// not trusted. State of other generations is removed at the start, and the stream rebuilds its own
/// from its topics.
@ApplicationScoped
class StateGenerations {

  private static final Logger LOG = Logger.getLogger(StateGenerations.class);

  // Before the stream opens its stores.
  private static final int FIRST = 1;

  void start(
      @Observes @Priority(FIRST) StartupEvent event,
      @ConfigProperty(name = "kafka-streams.state.dir") Optional<Path> state)
      throws IOException {
    if (state.isPresent()) {
      keepOnly(state.get().toAbsolutePath().normalize());
    }
  }

  /// Removes all that lies beside the directory of a generation.
  static void keepOnly(Path generation) throws IOException {
    for (Path other : others(generation)) {
      LOG.infof("state of another generation is removed: path=%s", other);
      remove(other);
    }
  }

  private static List<Path> others(Path generation) throws IOException {
    Path all = generation.getParent();
    if (all == null || !Files.isDirectory(all)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(all)) {
      return found.filter(path -> !path.equals(generation)).toList();
    }
  }

  private static void remove(Path tree) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> found = Files.walk(tree)) {
      deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
