package org.vigie.devkit.deliver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What to do, in which order, with the files and folders that a user named. Folders named by a
/// date are deliveries of that day; days are closed between them when the clock is manual. What
/// lies beside dated folders is left alone.
public final class DeliveryPlan {

  // Who a company is comes before what is known of it; the other sources follow by name.
  private static final List<String> FIRST =
      List.of("sireneul", "stockunitelegale", "stocketablissement", "sigfaible_pcoll", "effectif_");

  private static final Comparator<Path> IN_ORDER =
      Comparator.comparingInt(DeliveryPlan::rank)
          .thenComparing(file -> file.getFileName().toString());

  private final boolean closesDays;
  private final @Nullable String knownAt;

  /// @param closesDays whether the clock is manual
  /// @param knownAt what the user said of files that lie in no dated folder; null for nothing
  public DeliveryPlan(boolean closesDays, @Nullable String knownAt) {
    this.closesDays = closesDays;
    this.knownAt = knownAt;
  }

  /// The steps for the paths named.
  ///
  /// @throws IllegalArgumentException when one does not exist
  public List<Step> of(List<Path> paths) throws IOException {
    var steps = new ArrayList<Step>();
    for (Path path : paths) {
      if (Files.isRegularFile(path)) {
        steps.add(new Step.Upload(path, knownAt));
      } else if (Files.isDirectory(path)) {
        steps.addAll(ofDirectory(path));
      } else {
        throw new IllegalArgumentException(path + ": no such file or directory");
      }
    }
    return steps;
  }

  private List<Step> ofDirectory(Path directory) throws IOException {
    var steps = new ArrayList<Step>();
    List<Path> dated = dated(directory);
    for (Path folder : dated) {
      LocalDate day = date(folder).orElseThrow();
      if (closesDays) {
        steps.add(new Step.CloseDay(day.minusDays(1)));
      }
      for (Path file : files(folder)) {
        steps.add(new Step.Upload(file, knownAt == null ? day.toString() : knownAt));
      }
    }
    if (dated.isEmpty()) {
      for (Path file : files(directory)) {
        steps.add(new Step.Upload(file, knownAt));
      }
    }
    return steps;
  }

  private static List<Path> dated(Path directory) throws IOException {
    if (date(directory).isPresent()) {
      return List.of(directory);
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(Files::isDirectory)
          .filter(folder -> date(folder).isPresent())
          .sorted(Comparator.comparing(folder -> date(folder).orElseThrow()))
          .toList();
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isRegularFile).sorted(IN_ORDER).toList();
    }
  }

  private static Optional<LocalDate> date(Path folder) {
    try {
      return Optional.of(
          LocalDate.parse(folder.toAbsolutePath().normalize().getFileName().toString()));
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }

  private static int rank(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    for (int i = 0; i < FIRST.size(); i++) {
      if (name.contains(FIRST.get(i))) {
        return i;
      }
    }
    return FIRST.size();
  }
}
