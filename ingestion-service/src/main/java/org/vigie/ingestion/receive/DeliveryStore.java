package org.vigie.ingestion.receive;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.vigie.ingestion.delivery.Hash;
import org.vigie.ingestion.delivery.StoredFile;

/// The archive of delivered files, each whole under its hash, as it came.
@Startup
@ApplicationScoped
public class DeliveryStore {

  private static final String INCOMING = ".incoming-";

  private static final int BUFFER_BYTES = 64 << 10;

  // Between two looks at the disk: far less than its reserve.
  private static final long CHECK_BYTES = 16 << 20;

  private final Path directory;
  private final Room room;

  @Inject
  DeliveryStore(DiskConfig config, DeliveryConfig deliveries) throws IOException {
    this(
        Files.createDirectories(config.dataDir().resolve("deliveries")),
        deliveries.freeDiskMin().asLongValue());
  }

  private DeliveryStore(Path directory, long freeBytesMin) throws IOException {
    this(directory, new Room(Files.getFileStore(directory)::getUsableSpace, freeBytesMin));
  }

  DeliveryStore(Path directory, Room room) throws IOException {
    this.directory = directory;
    this.room = room;
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
  /// @param length how many are to come; 0 when the sender does not say
  /// @return their SHA-256 in hexadecimal
  /// @throws IOException when the sender or the disk fails; then nothing is stored
  /// @throws org.vigie.kit.http.ProblemException when the disk has no room for them
  String store(InputStream bytes, long length) throws IOException {
    room.check(length);
    var incoming = directory.resolve(INCOMING + UUID.randomUUID());
    try {
      var digest = Hash.sha256();
      write(new DigestInputStream(bytes, digest), incoming);
      force(incoming);
      var sha256 = HexFormat.of().formatHex(digest.digest());
      Files.move(incoming, path(sha256), StandardCopyOption.ATOMIC_MOVE);
      force(directory);
      return sha256;
    } finally {
      Files.deleteIfExists(incoming);
    }
  }

  private void write(InputStream bytes, Path file) throws IOException {
    try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      var buffer = new byte[BUFFER_BYTES];
      long unchecked = 0;
      for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
        out.write(buffer, 0, read);
        unchecked += read;
        if (unchecked >= CHECK_BYTES) {
          room.check(0);
          unchecked = 0;
        }
      }
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
