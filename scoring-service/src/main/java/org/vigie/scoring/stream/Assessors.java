package org.vigie.scoring.stream;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.scoring.assess.Assessor;
import org.vigie.scoring.bundle.ModelBundle;
import org.vigie.scoring.bundle.ModelShelf;

/// The models in use by one stream task, each with buffers of its own.
final class Assessors implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Assessors.class);

  private final ModelShelf shelf;
  private final Map<String, Optional<Assessor>> byVersion = new HashMap<>();
  private final Set<String> missed = new HashSet<>();

  Assessors(ModelShelf shelf) {
    this.shelf = shelf;
  }

  /// The model that a vector names; where the shelf does not have it or it is of another catalogue,
  /// the one that served last goes on. Empty when the vector names none, or neither can be had.
  ///
  /// @param lastServed version of the model that served last; null before the first
  Optional<Assessor> find(CompanyFeatures vector, @Nullable String lastServed) {
    @Nullable String named = vector.getModel();
    if (named == null) {
      return Optional.empty();
    }
    return fitting(named, vector).or(() -> instead(named, lastServed, vector));
  }

  /// How many values a vector of a catalogue has; empty when no loaded model is of it.
  OptionalInt lengthOf(String catalogue) {
    return shelf.lengthOf(catalogue);
  }

  private Optional<Assessor> fitting(String version, CompanyFeatures vector) {
    return byVersion
        .computeIfAbsent(
            version, wanted -> shelf.find(wanted).map(ModelBundle::predictor).map(Assessor::new))
        .filter(assessor -> assessor.fits(vector));
  }

  private Optional<Assessor> instead(
      String named, @Nullable String lastServed, CompanyFeatures vector) {
    Optional<Assessor> old = lastServed == null ? Optional.empty() : fitting(lastServed, vector);
    if (missed.add(named)) {
      LOG.warnf(
          "Model %s is not loaded or does not fit the catalogue: %s",
          named, old.map(one -> one.version() + " goes on").orElse("no scores without it"));
    }
    return old;
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
