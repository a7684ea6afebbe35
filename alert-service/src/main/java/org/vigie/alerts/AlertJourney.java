package org.vigie.alerts;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.profile.UnlessBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.vigie.alerts.consume.ScoreClients;
import org.vigie.alerts.consume.ScoreConsumer;
import org.vigie.alerts.consume.ScoreReader;
import org.vigie.alerts.record.MessageWriter;
import org.vigie.alerts.record.OutboxTable;
import org.vigie.alerts.record.Recorder;
import org.vigie.alerts.relay.KafkaRelayClients;
import org.vigie.alerts.relay.Relays;
import org.vigie.alerts.relay.Trouble;
import org.vigie.kit.work.BackOff;
import org.vigie.kit.work.Worker;
import org.vigie.schemas.TopicSerde;
import org.vigie.schemas.Topics;

/// The journey of a score, stage by stage. Start reading here.
///
/// 1. `subscribe`: an administration says what it wants to be told, and from which place of the
///    log.
/// 2. `consume`: scores are read in batches, from the positions that PostgreSQL holds.
/// 3. `decide`: pure code says what a score means to each subscription.
/// 4. `cut`: a crossing becomes an alert without anything that its administration may not see.
/// 5. `record`: alerts, outbox, standings and positions are written in one transaction.
/// 6. `relay`: the outbox leaves for Kafka, once and in order.
/// 7. `answer`: alerts, barriers and positions by REST.
///
/// A stage knows those before it, never those after it. This class starts 2 to 6 and ends them.
@ApplicationScoped
@Readiness
@UnlessBuildProfile("test") // what needs a broker is tried on a real one, in devkit's journeys
class AlertJourney implements HealthCheck {

  // A batch is recorded within it; what is not is rolled back and read again.
  private static final Duration STOPPING_MAX = Duration.ofSeconds(5);

  private static final BackOff BACK_OFF = BackOff.constant(Duration.ofSeconds(1));

  private final Relays relays;
  private final ScoreConsumer consumer;
  private final Worker reading;

  AlertJourney(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      VigieConfig config,
      DataSource database,
      ObjectMapper json) {
    var registry = config.registryUrl();
    relays = new Relays(new OutboxTable(database), new KafkaRelayClients(kafka));
    // Read and recorded on one thread: one reader serves both.
    var reader = new ScoreReader(TopicSerde.deserializer(Topics.COMPANY_SCORES, registry));
    var messages =
        new MessageWriter(
            TopicSerde.serializer(Topics.ALERTS, registry),
            TopicSerde.serializer(Topics.REJECTIONS, registry),
            config.links().addresses());
    var recorder = new Recorder(database, reader, messages, json, relays::wake);
    consumer = new ScoreConsumer(new ScoreClients(kafka), reader, recorder, relays);
    reading = new Worker(Thread.ofPlatform().name("company-scores"), consumer, BACK_OFF);
  }

  void start(@Observes StartupEvent event) {
    reading.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    reading.stop();
    reading.join(STOPPING_MAX);
    relays.close();
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("company-scores").status(consumer.isReading());
    // Told, and no reason to be down: what else there is to relay goes on.
    relays.troubles().forEach(trouble -> answer.withData(trouble.lane(), text(trouble)));
    return answer.build();
  }

  private static String text(Trouble trouble) {
    return "%d failures in a row, %d messages set aside: %s"
        .formatted(trouble.failures(), trouble.waiting(), trouble.reason());
  }
}
