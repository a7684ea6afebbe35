package org.vigie.devkit.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.platform.Tokens;
import org.vigie.devkit.platform.Tokens.Token;

/// The four services over HTTP, with the token of one reader.
public final class ServiceClient {

  // A national stock is stored before its upload is answered.
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  // A token is renewed when half of its life is over: the rest is longer than a request takes to
  // reach its service.
  private static final int HALVES = 2;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Installation installation;
  private final HttpClient http;
  private final Tokens tokens;
  private final String reader;
  private @Nullable Token token;
  private long tokenSince;

  /// A client that speaks as a reader of the installation.
  public ServiceClient(Installation installation, Secrets secrets, String reader) {
    this.installation = installation;
    this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    this.tokens = new Tokens(installation, secrets, http);
    this.reader = reader;
  }

  public Tokens tokens() {
    return tokens;
  }

  public JsonNode get(Slot service, String path) throws IOException, InterruptedException {
    return send(service, path, "GET", BodyPublishers.noBody(), "application/json", PATIENCE);
  }

  public JsonNode post(Slot service, String path, Object body)
      throws IOException, InterruptedException {
    return post(service, path, body, PATIENCE);
  }

  /// @throws java.net.http.HttpTimeoutException when there is no answer in time
  public JsonNode post(Slot service, String path, Object body, Duration patience)
      throws IOException, InterruptedException {
    var bytes = BodyPublishers.ofString(JSON.writeValueAsString(body));
    return send(service, path, "POST", bytes, "application/json", patience);
  }

  /// Pushes facts to ingestion-service, as a partner does.
  ///
  /// @param key the Idempotency-Key: the same key again changes nothing
  public JsonNode push(String path, String key, Object facts)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(installation.url(Slot.INGESTION_SERVICE) + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(facts)))
            .build();
    return read(http.send(request, HttpResponse.BodyHandlers.ofString()));
  }

  /// Sends bytes as they are.
  public JsonNode upload(Slot service, String path, BodyPublisher bytes)
      throws IOException, InterruptedException {
    return send(service, path, "POST", bytes, "application/octet-stream", PATIENCE);
  }

  /// Writes what a service answers to a file.
  public void download(Slot service, String path, Path file)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(installation.url(service) + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token())
            .GET()
            .build();
    var response = http.send(request, HttpResponse.BodyHandlers.ofFile(file));
    if (response.statusCode() >= 400) {
      throw new ProblemException(response.statusCode(), parse(Files.readString(file)), path);
    }
  }

  /// A value as it stands in a query.
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private JsonNode send(
      Slot service,
      String path,
      String method,
      BodyPublisher body,
      String contentType,
      Duration patience)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(installation.url(service) + path))
            .timeout(patience)
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", contentType)
            .method(method, body)
            .build();
    try {
      return read(http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (ConnectException e) {
      throw new NotRunningException(installation);
    }
  }

  private synchronized String token() throws IOException, InterruptedException {
    Token current = token;
    if (current == null || age() > current.life().toNanos() / HALVES) {
      try {
        current = tokens.token(reader);
      } catch (ConnectException e) {
        throw new NotRunningException(installation);
      }
      token = current;
      tokenSince = System.nanoTime();
    }
    return current.value();
  }

  private long age() {
    return System.nanoTime() - tokenSince;
  }

  private static JsonNode read(HttpResponse<String> response) throws IOException {
    JsonNode body = response.body().isBlank() ? MissingNode.getInstance() : parse(response.body());
    if (response.statusCode() >= 400) {
      throw new ProblemException(response.statusCode(), body, response.uri().getPath());
    }
    return body;
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException notJson) {
      return JSON.getNodeFactory().textNode(body);
    }
  }
}
