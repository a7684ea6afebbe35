package org.vigie.devkit.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.vigie.devkit.installation.Slot;

/// Puts the newest model that scoring-service accepts in force, by a control record on the log.
public final class ModelActivation {

  private final ServiceClient services;
  private final Consumer<String> progress;

  public ModelActivation(ServiceClient services, Consumer<String> progress) {
    this.services = services;
    this.progress = progress;
  }

  /// Does nothing when that model is in force already, or when no bundle is accepted.
  public void activateNewest() throws IOException, InterruptedException {
    Optional<String> newest = newest();
    if (newest.isEmpty()) {
      progress.accept("no model bundle is accepted: companies will not be scored");
      return;
    }
    String inForce = services.get(Slot.INGESTION_SERVICE, "/controls").path("model").asText("");
    if (!newest.get().equals(inForce)) {
      services.post(Slot.INGESTION_SERVICE, "/controls/models", Map.of("model", newest.get()));
      progress.accept("model " + newest.get() + " is in force");
    }
  }

  // Versions are named so that the newest comes last in the order of their names.
  private Optional<String> newest() throws IOException, InterruptedException {
    return StreamSupport.stream(services.get(Slot.SCORING_SERVICE, "/models").spliterator(), false)
        .filter(model -> model.path("state").asText().equals("loaded"))
        .map((JsonNode model) -> model.path("version").asText())
        .max(String::compareTo);
  }
}
