package org.vigie.devkit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;

class RealmTest {

  @TempDir Path data;

  private JsonNode realm;

  @BeforeEach
  void theRealmOfAnInstallation() throws IOException {
    var installation = Installation.open(Path.of("..").toAbsolutePath().normalize(), data, 0);
    realm = new ObjectMapper().readTree(new Realm(Secrets.of(installation)).json());
  }

  @Test
  void everyClientHasASecretAndMakesAccessTokensForVigie() {
    assertThat(realm.path("clients"))
        .isNotEmpty()
        .allSatisfy(
            client -> {
              assertThat(client.path("publicClient").asBoolean(true)).isFalse();
              assertThat(client.path("secret").asText()).isNotEmpty();
              assertThat(client.path("protocolMappers"))
                  .filteredOn(m -> m.path("protocolMapper").asText().contains("audience"))
                  .singleElement()
                  .satisfies(
                      mapper -> {
                        var config = mapper.path("config");
                        assertThat(config.path("included.custom.audience").asText())
                            .isEqualTo("vigie");
                        assertThat(config.path("id.token.claim").asText()).isEqualTo("false");
                      });
            });
  }

  @Test
  void passwordsAreForTheCommandLineAlone() {
    assertThat(realm.path("clients"))
        .filteredOn(client -> client.path("directAccessGrantsEnabled").asBoolean())
        .extracting(client -> client.path("clientId").asText())
        .containsExactly(Cast.OPERATOR);
  }

  @Test
  void nobodyRegistersByHimselfAndGuessingIsStopped() {
    assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
    assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
    assertThat(realm.path("accessTokenLifespan").asInt()).isBetween(300, 900);
  }
}
