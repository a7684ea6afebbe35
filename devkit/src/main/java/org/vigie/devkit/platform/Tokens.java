package org.vigie.devkit.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;

/// Access tokens of the installation's own identity provider.
public final class Tokens {

  // A token takes milliseconds; this ends a wait for a provider that is stuck.
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Installation installation;
  private final Secrets secrets;
  private final HttpClient http;

  public Tokens(Installation installation, Secrets secrets, HttpClient http) {
    this.installation = installation;
    this.secrets = secrets;
    this.http = http;
  }

  /// An access token and how long it is taken from now on.
  public record Token(String value, Duration life) {}

  /// A token of the operator.
  public String operator() throws IOException, InterruptedException {
    return of(Cast.OPERATOR);
  }

  /// The value of a token, see [#token].
  public String of(String name) throws IOException, InterruptedException {
    return token(name).value();
  }

  /// A token of an agent (by password) or of a system (by client credentials).
  ///
  /// @throws IllegalArgumentException when nobody has that name
  /// @throws ConnectException when the identity provider is not running
  public Token token(String name) throws IOException, InterruptedException {
    if (Cast.isAgent(name)) {
      return request(
          Map.of(
              "grant_type",
              "password",
              "client_id",
              Cast.OPERATOR,
              "client_secret",
              secrets.get("keycloak." + Cast.OPERATOR),
              "username",
              name,
              "password",
              secrets.get("keycloak." + name)));
    }
    if (!Cast.isSystem(name)) {
      throw new IllegalArgumentException(
          "no user or system is named %s; there are %s".formatted(name, Cast.names()));
    }
    return request(
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            name,
            "client_secret",
            secrets.get("keycloak." + name)));
  }

  private Token request(Map<String, String> form) throws IOException, InterruptedException {
    String body =
        new TreeMap<>(form)
            .entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(
                URI.create(installation.realmUrl() + "/protocol/openid-connect/token"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = send(request);
    JsonNode answer = JSON.readTree(response.body());
    if (response.statusCode() != 200) {
      throw new IOException(
          "the identity provider refused %s: %s"
              .formatted(form.get("client_id"), answer.path("error_description").asText()));
    }
    return new Token(
        answer.get("access_token").asText(), Duration.ofSeconds(answer.get("expires_in").asLong()));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (ConnectException e) {
      // The client's own has no message.
      var named =
          new ConnectException(
              "the identity provider does not answer at %s: start Vigie with ./vigie up"
                  .formatted(installation.realmUrl()));
      named.initCause(e);
      throw named;
    } catch (HttpTimeoutException e) {
      throw new IOException(
          "the identity provider at %s did not answer within %d s"
              .formatted(installation.realmUrl(), PATIENCE.toSeconds()),
          e);
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
