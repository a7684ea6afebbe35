package org.vigie.devkit.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.vigie.devkit.installation.PrivateFile;

/// The realm as Keycloak imports it. Keycloak imports a realm once: when Vigie's says something
/// else than at the start before, the database is put aside and the next start makes it anew.
final class RealmFile {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path database;
  private final Path file;

  /// @param home Keycloak's own directory
  RealmFile(Path home, Path file) {
    this.database = home.resolve("data/h2");
    this.file = file;
  }

  void write(String realm) throws IOException {
    boolean another =
        Files.exists(file) && !JSON.readTree(Files.readString(file)).equals(JSON.readTree(realm));
    if (another && Files.exists(database)) {
      Files.move(database, aside(), StandardCopyOption.ATOMIC_MOVE);
    }
    PrivateFile.write(file, realm);
  }

  // Kept: it may hold accounts that were added by hand.
  private Path aside() {
    int n = 1;
    while (Files.exists(database.resolveSibling("h2-before-" + n))) {
      n++;
    }
    return database.resolveSibling("h2-before-" + n);
  }
}
