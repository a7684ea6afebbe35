package org.vigie.ingestion.receive;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.UUID;
import org.vigie.ingestion.VigieConfig;
import org.vigie.ingestion.delivery.Hash;
import org.vigie.ingestion.delivery.StoredFile;

/// The archive of delivered files, each whole under its hash, as it came.
@Startup
@ApplicationScoped
public class DeliveryStore {

  private static final String INCOMING = ".incoming-";

  private final Path directory;

  DeliveryStore(VigieConfig config) throws IOException {
    this.directory = Files.createDirectories(config.dataDir().resolve("deliveries"));
    deleteUnfinished();
  }

  private void deleteUnfinished() throws IOException {
    try (var unfinished = Files.newDirectoryStream(directory, INCOMING + "*")) {
      for (var file : unfinished) {
        Files.delete(file);
      }
    }
  }

  /// Stores bytes as they come, never holding them in memory.
  ///
  /// @return their SHA-256 in hexadecimal
  /// @throws IOException when the sender or the disk fails; then nothing is stored
  String store(InputStream bytes) throws IOException {
    var incoming = directory.resolve(INCOMING + UUID.randomUUID());
    try {
      var digest = Hash.sha256();
      Files.copy(new DigestInputStream(bytes, digest), incoming);
      force(incoming);
      var sha256 = HexFormat.of().formatHex(digest.digest());
      Files.move(incoming, path(sha256), StandardCopyOption.ATOMIC_MOVE);
      force(directory);
      return sha256;
    } finally {
      Files.deleteIfExists(incoming);
    }
  }

  /// The stored file of a hash.
  public StoredFile file(String sha256) {
    return new StoredFile(path(sha256), sha256);
  }

  private Path path(String sha256) {
    return directory.resolve(sha256);
  }

  private static void force(Path path) throws IOException {
    try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
