package org.vigie.devkit.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.vigie.devkit.client.ServiceClient;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.observe.Stage;
import org.vigie.devkit.observe.Stages;

/// Waiting until every stage has done what was published so far.
public final class Barriers {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final ServiceClient services;
  private final Stages stages;

  public Barriers(ServiceClient services, Stages stages) {
    this.services = services;
    this.stages = stages;
  }

  /// Writes a barrier and waits until all alerts before it are out.
  ///
  /// @throws StageBehindException when they are not within the time given: it names the stage
  public void await(Duration timeout)
      throws IOException, InterruptedException, StageBehindException {
    var deadline = Deadline.in(timeout);
    String barrier = write(deadline);
    while (!passed(barrier)) {
      if (deadline.isOver()) {
        throw new StageBehindException(timeout, behind());
      }
      Thread.sleep(PAUSE);
    }
  }

  private String write(Deadline deadline)
      throws IOException, InterruptedException, StageBehindException {
    try {
      return services
          .post(Slot.INGESTION_SERVICE, "/controls/barriers", Map.of(), deadline.left())
          .path("barrier")
          .asText();
    } catch (HttpTimeoutException _) {
      throw StageBehindException.ofIngestion(deadline.timeout());
    }
  }

  private boolean passed(String barrier) throws IOException, InterruptedException {
    JsonNode answer = services.get(Slot.ALERT_SERVICE, "/barriers/" + barrier);
    return answer.path("passed").asInt() == answer.path("partitions").asInt(-1);
  }

  private List<Stage> behind() throws IOException, InterruptedException {
    return stages.all().stream().filter(stage -> stage.lag() > 0).toList();
  }
}
