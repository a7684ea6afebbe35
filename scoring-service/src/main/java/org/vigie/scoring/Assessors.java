package org.vigie.scoring;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.scoring.assess.Assessor;
import org.vigie.scoring.bundle.ModelBundle;
import org.vigie.scoring.bundle.ModelShelf;

/// The models in use by one stream task, each with buffers of its own.
final class Assessors implements AutoCloseable {

  private final ModelShelf shelf;
  private final Map<String, Optional<Assessor>> byVersion = new HashMap<>();

  Assessors(ModelShelf shelf) {
    this.shelf = shelf;
  }

  /// The model that a vector names; empty when it names none, or one that the shelf does not have.
  Optional<Assessor> find(@Nullable String version) {
    return version == null
        ? Optional.empty()
        : byVersion.computeIfAbsent(
            version, wanted -> shelf.find(wanted).map(ModelBundle::predictor).map(Assessor::new));
  }

  /// Looks on disk once more for what was not to be had: an activation may name a new bundle.
  void refresh() {
    shelf.refresh();
    byVersion.values().removeIf(Optional::isEmpty);
  }

  @Override
  public void close() {
    byVersion.values().forEach(assessor -> assessor.ifPresent(Assessor::close));
    byVersion.clear();
  }
}
