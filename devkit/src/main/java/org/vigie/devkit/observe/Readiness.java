package org.vigie.devkit.observe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a service answers when it is asked whether it is ready.
///
/// @param ready whether it is
/// @param checks what it looked at, each with its details, as it tells them
/// @param problem why it did not answer; null when it did
public record Readiness(boolean ready, List<Check> checks, @Nullable String problem) {

  // A service that needs longer to say so is not ready.
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final ObjectMapper JSON = new ObjectMapper();

  /// One thing that a service looked at.
  ///
  /// @param status `UP` or `DOWN`
  /// @param data details, as the service names them; null without any
  public record Check(String name, String status, @Nullable JsonNode data) {

    /// Whether something waits for people though the service goes on: suspended deliveries, alerts
    /// that do not leave.
    public boolean asksForPeople() {
      return data != null
          && switch (name) {
            case "lane" -> data.path("suspended").asInt() > 0;
            case "company-scores" -> !data.isEmpty();
            default -> false;
          };
    }
  }

  /// Asks a service at its address.
  static Readiness ask(String url) throws InterruptedException {
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var request =
          HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
              .timeout(PATIENCE)
              .GET()
              .build();
      return parse(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      return new Readiness(false, List.of(), "does not answer: " + reason(e));
    }
  }

  static Readiness parse(String body) {
    JsonNode health;
    try {
      health = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return new Readiness(false, List.of(), "its answer is no JSON");
    }
    var checks = new ArrayList<Check>();
    for (JsonNode check : health.path("checks")) {
      checks.add(
          new Check(check.path("name").asText(), check.path("status").asText(), check.get("data")));
    }
    return new Readiness(health.path("status").asText().equals("UP"), checks, null);
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
