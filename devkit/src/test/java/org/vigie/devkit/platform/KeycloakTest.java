package org.vigie.devkit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;

/// What a copy takes from the checkout that starts it.
class KeycloakTest {

  @TempDir Path directory;

  @Test
  void aHomeFollowsThePresentCheckout() throws Exception {
    Path home = Files.createDirectory(directory.resolve("home"));
    Path present = distribution("present");
    Keycloak.layOut(home, distribution("first"));

    Keycloak.layOut(home, present);

    assertThat(home.resolve("lib").toRealPath()).isEqualTo(present.resolve("lib").toRealPath());
  }

  @Test
  void whatARunningOneUsesIsNotChanged() throws Exception {
    Path distribution = distribution("other");
    var installation =
        Installation.open(directory.resolve("other"), directory.resolve("copy"), 24_000);
    new ProcessTable(installation).record(Keycloak.NAME, ProcessHandle.current(), 24_006);

    Launch launch = new Keycloak(installation, Secrets.of(installation)).launch();

    assertThat(launch.directory()).isEmptyDirectory();
    assertThat(distribution.resolve("prepared")).doesNotExist();
  }

  private Path distribution(String checkout) throws IOException {
    Path unpacked =
        directory.resolve(checkout).resolve("devkit/parts/target/keycloak/keycloak-26.7.3");
    Files.createDirectories(unpacked.resolve("lib/quarkus"));
    return unpacked;
  }
}
