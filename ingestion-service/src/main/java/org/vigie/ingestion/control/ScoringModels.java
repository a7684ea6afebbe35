package org.vigie.ingestion.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vigie.ingestion.control.Acceptance.Accepted;
import org.vigie.ingestion.control.Acceptance.Refused;
import org.vigie.ingestion.control.Acceptance.Unanswered;
import org.vigie.schemas.ModelVersion;

/// Asks scoring-service whether it has accepted a model bundle, with the token of who asks.
@ApplicationScoped
class ScoringModels {

  private static final Duration CONNECT_MAX = Duration.ofSeconds(2);
  // A bundle that is new is read and tried meanwhile: about a second.
  private static final Duration ANSWER_MAX = Duration.ofSeconds(20);
  // Some reasons of a line each, and three thresholds.
  private static final int ANSWER_BYTES_MAX = 64 * 1024;
  private static final int FOUND = 200;
  private static final int NOT_FOUND = 404;

  private final URI scoring;
  private final ObjectMapper json;
  private final HttpClient http;

  ScoringModels(PlatformConfig config, ObjectMapper json) {
    this.scoring = config.scoringUrl();
    this.json = json;
    this.http = HttpClient.newBuilder().connectTimeout(CONNECT_MAX).build();
  }

  /// @param token of an operator, as it came
  Acceptance ask(ModelVersion version, String token) {
    // A version has no character that means something in an address.
    var request =
        HttpRequest.newBuilder(URI.create(scoring + "/models/" + version.text()))
            .timeout(ANSWER_MAX)
            .header("Authorization", "Bearer " + token)
            .GET()
            .build();
    try {
      return read(
          version,
          http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), ANSWER_BYTES_MAX)));
    } catch (IOException e) {
      return new Unanswered("scoring-service does not answer: " + e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Unanswered("the service stops");
    }
  }

  private Acceptance read(ModelVersion version, HttpResponse<String> answer)
      throws JsonProcessingException {
    return switch (answer.statusCode()) {
      case FOUND -> read(json.readTree(answer.body()));
      case NOT_FOUND ->
          new Refused(List.of("scoring-service has no bundle of the name " + version.text()));
      default -> new Unanswered("scoring-service answers " + answer.statusCode());
    };
  }

  private static Acceptance read(JsonNode model) {
    return switch (model.path("state").asText()) {
      case "loaded" -> new Accepted();
      case "refused" -> new Refused(reasons(model.path("reasons")));
      default -> new Unanswered("scoring-service answers something else than a model");
    };
  }

  private static List<String> reasons(JsonNode stated) {
    var reasons = new ArrayList<String>();
    stated.forEach(reason -> reasons.add(reason.asText()));
    return reasons;
  }
}
