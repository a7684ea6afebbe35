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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  private static final String RULE = "rule";

  private final boolean closesDays;
  private final @Nullable String knownAt;

  /// @param closesDays whether the clock is manual
  /// @param knownAt what the user said of files that lie in no dated folder; null for nothing
  public DeliveryPlan(boolean closesDays, @Nullable String knownAt) {
    this.closesDays = closesDays;
    this.knownAt = knownAt;
  }

  /// The steps for the paths named: undated files first, then the days in their order, whatever the
  /// order of the names.
  ///
  /// @throws IllegalArgumentException when one does not exist
  public List<Step> of(List<Path> paths) throws IOException {
    var undated = new ArrayList<Path>();
    var days = new TreeMap<LocalDate, List<Path>>();
    for (Path path : paths) {
      sort(path, undated, days);
    }
    var steps = new ArrayList<Step>();
    undated.stream()
        .sorted(IN_ORDER)
        .forEach(file -> steps.add(new Step.Upload(file, knownAt, paths.contains(file))));
    days.forEach(
        (day, files) -> {
          if (closesDays) {
            steps.add(new Step.CloseDay(day.minusDays(1)));
          }
          files.stream()
              .sorted(IN_ORDER)
              .forEach(file -> steps.add(new Step.Upload(file, knownAt(day))));
        });
    return steps;
  }

  // By rule, nothing is known later than the delivery: the folder says which day that was.
  private String knownAt(LocalDate day) {
    if (knownAt == null) {
      return day.toString();
    }
    return knownAt.equals(RULE) ? RULE + ":" + day : knownAt;
  }

  private static void sort(Path path, List<Path> undated, Map<LocalDate, List<Path>> days)
      throws IOException {
    if (Files.isRegularFile(path)) {
      undated.add(path);
      return;
    }
    if (!Files.isDirectory(path)) {
      throw new IllegalArgumentException(path + ": no such file or directory");
    }
    List<Path> dated = dated(path);
    if (dated.isEmpty()) {
      undated.addAll(files(path));
    }
    for (Path folder : dated) {
      days.computeIfAbsent(date(folder).orElseThrow(), _ -> new ArrayList<>())
          .addAll(files(folder));
    }
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
      return entries.filter(Files::isRegularFile).toList();
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
