package org.vigie.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/// The schemas of every release, kept as `<version>/<topic>.avsc` below one directory.
record ReleasedSchemas(Path directory) {

  private static final String ENDING = ".avsc";

  /// The schemas of one release by topic.
  record Release(String version, Map<String, Schema> topics) {}

  /// All releases, the oldest first; none when there is no such directory.
  List<Release> releases() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var found = Files.list(directory)) {
      return found
          .filter(Files::isDirectory)
          .sorted(Comparator.comparing(path -> Version.parse(path.getFileName().toString())))
          .map(path -> new Release(path.getFileName().toString(), schemas(path)))
          .toList();
    }
  }

  /// Keeps the schemas of a release.
  ///
  /// @throws IllegalStateException when the release was kept before with another schema
  void keep(Release release) throws IOException {
    var path = Files.createDirectories(directory.resolve(release.version()));
    for (var topic : release.topics().entrySet()) {
      var file = path.resolve(topic.getKey() + ENDING);
      var text = topic.getValue().toString(true) + "\n";
      if (Files.exists(file) && !Files.readString(file).equals(text)) {
        throw new IllegalStateException(
            file + " was released with another schema: a new schema needs a new version");
      }
      Files.writeString(file, text);
    }
  }

  private static Map<String, Schema> schemas(Path release) {
    var schemas = new TreeMap<String, Schema>();
    try (var files = Files.list(release)) {
      for (var file : files.toList()) {
        var name = file.getFileName().toString().replace(ENDING, "");
        schemas.put(name, new Schema.Parser().parse(file.toFile()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return schemas;
  }
}
