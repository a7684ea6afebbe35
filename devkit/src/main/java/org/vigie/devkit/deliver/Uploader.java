package org.vigie.devkit.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.vigie.devkit.client.ProblemException;
import org.vigie.devkit.client.ServiceClient;
import org.vigie.devkit.installation.Slot;

/// Carries out a [DeliveryPlan]: one delivery after the other, each to its end.
public final class Uploader {

  // Every other state is one in which ingestion leaves a delivery.
  private static final String PUBLISHING = "publishing";

  // How ingestion marks the refusal of a file whose name is that of no source.
  private static final String UNKNOWN_SOURCE = "unknown-source";
  private static final Duration PAUSE = Duration.ofMillis(20);
  // A country of 3,000 companies with three years of history takes some seconds.
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final ServiceClient services;
  private final Consumer<String> progress;
  private final Duration patience;

  public Uploader(ServiceClient services, Consumer<String> progress) {
    this(services, progress, PATIENCE);
  }

  /// @param patience how long a single delivery may take
  public Uploader(ServiceClient services, Consumer<String> progress, Duration patience) {
    this.services = services;
    this.progress = progress;
    this.patience = patience;
  }

  /// Does every step; the journals of the uploads, in order.
  ///
  /// @throws StageBehindException when a delivery is not through in time; it goes on
  public List<JsonNode> run(List<Step> steps)
      throws IOException, InterruptedException, StageBehindException {
    var journals = new ArrayList<JsonNode>();
    for (Step step : steps) {
      switch (step) {
        case Step.CloseDay(LocalDate day) -> closeDay(day);
        case Step.Upload upload -> journals.add(upload(upload));
      }
    }
    return journals;
  }

  /// Closes every day up to this one; closing a closed day does nothing.
  public JsonNode closeDay(LocalDate day) throws IOException, InterruptedException {
    return services.post(Slot.INGESTION_SERVICE, "/controls/days", Map.of("day", day.toString()));
  }

  private JsonNode upload(Step.Upload upload)
      throws IOException, InterruptedException, StageBehindException {
    var deadline = Deadline.in(patience);
    String query = "?file=" + ServiceClient.encode(upload.file().getFileName().toString());
    if (upload.knownAt() != null) {
      query += "&knownAt=" + upload.knownAt();
    }
    JsonNode journal = send(upload, query);
    while (journal.path("state").asText().equals(PUBLISHING)) {
      if (deadline.isOver()) {
        throw StageBehindException.ofIngestion(patience);
      }
      Thread.sleep(PAUSE);
      journal =
          services.get(Slot.INGESTION_SERVICE, "/deliveries/" + journal.path("delivery").asText());
    }
    progress.accept(line(upload, journal));
    return journal;
  }

  private JsonNode send(Step.Upload upload, String query) throws IOException, InterruptedException {
    var bytes = BodyPublishers.ofFile(upload.file());
    try {
      return services.upload(Slot.INGESTION_SERVICE, "/deliveries" + query, bytes);
    } catch (ProblemException e) {
      if (e.problem().path("reason").asText().equals(UNKNOWN_SOURCE)) {
        return ofNoSource(upload, e.problem().path("detail").asText());
      }
      throw e;
    }
  }

  // What the user names must be taken; what lies in a folder beside deliveries is left alone.
  private static JsonNode ofNoSource(Step.Upload upload, String reason) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("file", upload.file().getFileName().toString())
        .put("state", upload.named() ? "refused" : "unknown")
        .put("reason", reason);
  }

  private static String line(Step.Upload upload, JsonNode journal) {
    String what = "%s: %s".formatted(upload.file().getFileName(), journal.path("state").asText());
    String reason = journal.path("reason").asText("");
    if (!reason.isEmpty() && !reason.equals("null")) {
      return what + ", " + reason;
    }
    return "%s, %d rows, %d facts, %d rejected, %d ms"
        .formatted(
            what,
            journal.path("read").asLong(),
            journal.path("facts").asLong(),
            journal.path("rejected").asLong(),
            journal.path("millis").asLong());
  }
}
