package org.vigie.scoring.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.vigie.schemas.ModelVersion;
import org.vigie.scoring.bundle.BundleReading.Loaded;
import org.vigie.scoring.bundle.BundleReading.Refused;

/// The bundles of a directory, one directory each. What is loaded stays as it is, whatever happens
/// to its files: a version names one model for ever.
public final class ModelShelf {

  private static final Logger LOG = Logger.getLogger(ModelShelf.class);

  private final Path directory;
  private final BundleReader reader = new BundleReader();
  private final ConcurrentMap<String, BundleReading> readings = new ConcurrentHashMap<>();

  /// A shelf that has read what stands in a directory.
  public ModelShelf(Path directory) {
    this.directory = directory;
    refresh();
  }

  /// Every reading, by version.
  public List<BundleReading> readings() {
    return readings.values().stream().sorted(Comparator.comparing(BundleReading::version)).toList();
  }

  /// The bundle of a version, when it is loaded.
  public Optional<ModelBundle> find(String version) {
    return readings.get(version) instanceof Loaded loaded
        ? Optional.of(loaded.bundle())
        : Optional.empty();
  }

  /// Number of features of a catalogue; empty when no loaded model is of it.
  public OptionalInt lengthOf(String catalogue) {
    return readings.values().stream()
        .flatMap(reading -> reading instanceof Loaded loaded ? Stream.of(loaded) : Stream.empty())
        .map(loaded -> loaded.bundle().model())
        .filter(model -> model.catalogue().equals(catalogue))
        .mapToInt(model -> model.features().size())
        .findFirst();
  }

  /// What becomes of the bundle of a version: read now when it is new or was refused, as it is when
  /// it is loaded; empty when there is none.
  public Optional<BundleReading> read(ModelVersion version) {
    Path bundle = directory.resolve(version.text());
    if (Files.isDirectory(bundle)) {
      read(bundle);
    }
    return Optional.ofNullable(readings.get(version.text()));
  }

  /// Reads what is new in the directory, and once more what was refused.
  public void refresh() {
    directories().forEach(this::read);
  }

  private void read(Path bundle) {
    readings.compute(
        bundle.getFileName().toString(),
        (_, known) -> known instanceof Loaded ? known : logged(reader.read(bundle)));
  }

  private List<Path> directories() {
    if (!Files.isDirectory(directory)) {
      LOG.warnf("No directory of models at %s", directory);
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(isBundle()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the models in " + directory + " cannot be listed", e);
    }
  }

  private static Predicate<Path> isBundle() {
    return entry -> Files.isDirectory(entry) && !entry.getFileName().toString().startsWith(".");
  }

  private static BundleReading logged(BundleReading reading) {
    switch (reading) {
      case Loaded loaded ->
          LOG.infof(
              "Model %s loaded, for catalogue %s",
              loaded.version(), loaded.bundle().model().catalogue());
      case Refused refused ->
          LOG.warnf("Model %s refused: %s", refused.version(), refused.reasons());
    }
    return reading;
  }
}
