package org.vigie.devkit.platform;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.devkit.installation.ProcessLog;

/// Keycloak as the build unpacked it. Keycloak's own build step prepares it for its options.
///
/// @param directory where it is unpacked
record KeycloakDistribution(Path directory) {

  private static final String PREFIX = "keycloak-";
  private static final List<String> OPTIONS = List.of("--db=dev-file", "--health-enabled=true");

  /// The newest that is laid out: a build leaves the one of an earlier version beside it.
  ///
  /// @param parts where the build lays out the parts of the platform
  static KeycloakDistribution of(Path parts) throws IOException {
    try (Stream<Path> unpacked = Files.list(parts.resolve("keycloak"))) {
      return unpacked
          .filter(directory -> directory.getFileName().toString().startsWith(PREFIX))
          .max(Comparator.comparing(KeycloakDistribution::version))
          .map(KeycloakDistribution::new)
          .orElseThrow(() -> new IOException("Keycloak is not laid out: build Vigie first"));
    }
  }

  /// Prepares it unless it is: 19 CPU seconds, once for a checkout, whoever comes first.
  void prepare(ProcessLog log) throws IOException, InterruptedException {
    try (var channel =
            FileChannel.open(
                directory.resolve("prepare.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      if (isPrepared()) {
        return;
      }
      var command = new ArrayList<String>();
      command.addAll(List.of("bash", directory.resolve("bin/kc.sh").toString(), "build"));
      command.addAll(OPTIONS);
      // Not a child of the copy: what it makes belongs to the checkout and keeps the user's umask.
      var builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.begin().toFile()));
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      Child.run(builder, "Keycloak could not be prepared", log);
      markPrepared();
    }
  }

  /// Whether what is there is what was prepared, and with the options of now.
  boolean isPrepared() throws IOException {
    return Files.exists(marker()) && Files.readString(marker()).equals(state());
  }

  void markPrepared() throws IOException {
    Files.writeString(marker(), state());
  }

  // Unpacking anew replaces the files that preparing made and leaves the others, so that a marker
  // says nothing by being there: it says which files were made.
  private String state() throws IOException {
    MessageDigest digest = sha256();
    digest.update(OPTIONS.toString().getBytes(StandardCharsets.UTF_8));
    for (Path file : made()) {
      digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  // Some five files of five megabytes together.
  private List<Path> made() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("lib/quarkus"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Path marker() {
    return directory.resolve("prepared");
  }

  private static Version version(Path directory) {
    return Version.parse(directory.getFileName().toString().substring(PREFIX.length()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
