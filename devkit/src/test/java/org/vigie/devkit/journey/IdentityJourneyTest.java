package org.vigie.devkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vigie.devkit.installation.Slot;

/// The identity provider as the platform starts it, and what services make of its tokens.
@Tag("journey")
@ExtendWith(RunningPlatform.Shared.class)
class IdentityJourneyTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final Map<Slot, String> OPERATIONS =
      Map.of(
          Slot.INGESTION_SERVICE, "/sources",
          Slot.FEATURE_SERVICE, "/catalogue",
          Slot.SCORING_SERVICE, "/models",
          Slot.ALERT_SERVICE, "/positions");

  private final RunningPlatform platform;

  IdentityJourneyTest(RunningPlatform platform) {
    this.platform = platform;
  }

  @Test
  void everyProcessListensOnLoopbackAlone() throws IOException {
    for (var process : platform.platform().processes().alive()) {
      assertThat(ListeningSockets.of(process.pid()))
          .as(process.name())
          .allMatch(ListeningSockets.Address::isLoopback);
    }
    long keycloak = platform.platform().processes().handle("keycloak").orElseThrow().pid();
    assertThat(ListeningSockets.of(keycloak)).isNotEmpty();
  }

  @Test
  void theAdministratorIsThatOfTheSecretsAndTheWelcomePageMakesNone() throws Exception {
    String keycloak = platform.installation().url(Slot.KEYCLOAK);
    var page = send(HttpRequest.newBuilder(URI.create(keycloak + "/")).GET());
    // Whatever it answers.
    send(
        form(
            keycloak + "/",
            Map.of(
                "username", "mallory",
                "password", "mallory",
                "passwordConfirmation", "mallory")));

    assertThat(page.body()).doesNotContain("<form");
    assertThat(JSON.readTree(login("mallory", "mallory").body()).path("error").asText())
        .isEqualTo("invalid_grant");
    assertThat(login("vigie-admin", secret("vigie-admin")).statusCode()).isEqualTo(200);
  }

  @Test
  void theRealmLetsNobodyRegisterAndStopsGuessing() throws Exception {
    var address = platform.installation().url(Slot.KEYCLOAK) + "/admin/realms/vigie";
    var answer =
        send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + administrator())
                .GET());
    JsonNode realm = JSON.readTree(answer.body());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
    assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
  }

  @Test
  void servicesTakeTheAccessTokenAndNoOther() throws Exception {
    JsonNode tokens = JSON.readTree(operator().body());
    String access = tokens.path("access_token").asText();
    String id = tokens.path("id_token").asText();
    String foreign = administrator();

    assertThat(tokens.path("expires_in").asInt()).isBetween(300, 900);
    for (var operation : OPERATIONS.entrySet()) {
      assertThat(call(operation, access).statusCode()).as("%s", operation).isEqualTo(200);
      for (String refused : new String[] {id, foreign, "", "none"}) {
        var answer = call(operation, refused);
        assertThat(answer.statusCode()).as("%s", operation).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
            .contains("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
      }
    }
  }

  private String administrator() throws IOException, InterruptedException {
    var answer = login("vigie-admin", secret("vigie-admin"));
    return JSON.readTree(answer.body()).path("access_token").asText();
  }

  private HttpResponse<String> operator() throws IOException, InterruptedException {
    return send(
        form(
            platform.installation().realmUrl() + "/protocol/openid-connect/token",
            Map.of(
                "grant_type", "client_credentials",
                "client_id", "vigie-cli",
                "client_secret", secret("vigie-cli"),
                "scope", "openid")));
  }

  private HttpResponse<String> login(String user, String password)
      throws IOException, InterruptedException {
    return send(
        form(
            platform.installation().url(Slot.KEYCLOAK)
                + "/realms/master/protocol/openid-connect/token",
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                user,
                "password",
                password)));
  }

  private String secret(String name) {
    return platform.platform().secrets().get("keycloak." + name);
  }

  private HttpResponse<String> call(Map.Entry<Slot, String> operation, String token)
      throws IOException, InterruptedException {
    var address = platform.installation().url(operation.getKey()) + operation.getValue();
    var request = HttpRequest.newBuilder(URI.create(address)).GET();
    return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
  }

  private static HttpRequest.Builder form(String address, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(URI.create(address))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }
}
