package org.vigie.devkit.watch;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.PrivateFile;

/// The restarts of each process, on disk beside the records of the processes: `status` reads what
/// the supervisor writes.
public final class RestartBook {

  /// Ends the names of the files here; no process's name has a dot.
  public static final String SUFFIX = ".restarts";

  private final Path directory;

  public RestartBook(Installation installation) {
    this.directory = installation.directory("run");
  }

  public Restarts read(String process) throws IOException {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file(process))) {
      properties.load(reader);
    } catch (NoSuchFileException none) {
      return Restarts.NONE;
    }
    return new Restarts(
        Integer.parseInt(properties.getProperty("count")),
        instants(properties.getProperty("recent")),
        instant(properties.getProperty("endedAt")),
        properties.getProperty("failure"));
  }

  public void write(String process, Restarts restarts) throws IOException {
    var properties = new Properties();
    properties.setProperty("count", Integer.toString(restarts.count()));
    properties.setProperty(
        "recent",
        restarts.recent().stream().map(Instant::toString).collect(Collectors.joining(" ")));
    set(properties, "endedAt", restarts.endedAt());
    set(properties, "failure", restarts.failure());
    var content = new StringWriter();
    properties.store(content, null);
    PrivateFile.write(file(process), content.toString());
  }

  private static void set(Properties properties, String name, @Nullable Object value) {
    if (value != null) {
      properties.setProperty(name, value.toString());
    }
  }

  private static List<Instant> instants(String words) {
    return Arrays.stream(words.split(" "))
        .filter(word -> !word.isEmpty())
        .map(Instant::parse)
        .toList();
  }

  private static @Nullable Instant instant(@Nullable String word) {
    return word == null ? null : Instant.parse(word);
  }

  private Path file(String process) {
    return directory.resolve(process + SUFFIX);
  }
}
