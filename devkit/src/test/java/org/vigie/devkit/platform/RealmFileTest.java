package org.vigie.devkit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmFileTest {

  private static final String REALM = "{\"realm\":\"vigie\",\"enabled\":true}";
  private static final String REORDERED = "{\"enabled\":true,\"realm\":\"vigie\"}";
  private static final String ANOTHER = "{\"realm\":\"vigie\",\"enabled\":true,\"more\":1}";

  @TempDir Path home;

  private Path database;
  private RealmFile file;

  @BeforeEach
  void keycloakStartedOnce() throws IOException {
    database = Files.createDirectories(home.resolve("data/h2"));
    Files.writeString(database.resolve("keycloakdb.mv.db"), "accounts");
    file = new RealmFile(home, home.resolve("realm.json"));
    file.write(REALM);
  }

  @Test
  void theSameRealmKeepsTheDatabase() throws IOException {
    file.write(REORDERED);

    assertThat(database.resolve("keycloakdb.mv.db")).hasContent("accounts");
  }

  @Test
  void anotherRealmPutsTheDatabaseAsideAndLosesNothing() throws IOException {
    file.write(ANOTHER);
    Files.createDirectories(database);
    file.write(REALM);

    assertThat(database).doesNotExist();
    assertThat(home.resolve("data/h2-before-1/keycloakdb.mv.db")).hasContent("accounts");
    assertThat(home.resolve("data/h2-before-2")).isDirectory();
    assertThat(home.resolve("realm.json")).hasContent(REALM);
  }
}
