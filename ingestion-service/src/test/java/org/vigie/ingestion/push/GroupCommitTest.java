package org.vigie.ingestion.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.journal.PushLog.Push;
import org.vigie.ingestion.publish.LogConnection;
import org.vigie.schemas.DeliveryPosition;

class GroupCommitTest {

  private static final PreparedPush PUSH =
      new PreparedPush(new Push("p", "d", Source.DEBIT, "", 1, null, null, ""), "c", List.of());

  private final NoMemory log = new NoMemory();

  @SuppressWarnings("NullAway") // no table is asked before the log opens
  private final GroupCommit group =
      new GroupCommit(new PushPublisher(log, null), new KeyExpiry(_ -> 0, () -> 0));

  @AfterEach
  void stop() throws InterruptedException {
    group.stop(new ShutdownEvent());
  }

  @Test
  void whatWaitsForALogThatDoesNotOpenIsToldSo() {
    var waiting = group.commit(PUSH).orElseThrow();
    assertThat(group.call().getStatus()).isEqualTo(Status.DOWN);

    group.start(new StartupEvent());
    assertThat(waiting).failsWithin(Duration.ofMinutes(1));
    assertThat(group.commit(PUSH)).isEmpty();
    assertThat(group.call().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void anErrorDoesNotEndTheAttemptsToOpenTheLog() {
    group.start(new StartupEvent());
    await().until(() -> log.attempts > 2);
  }

  private static final class NoMemory implements LogConnection {

    private volatile int attempts;

    @Override
    public Producer<String, SpecificRecord> producer(String transactionalId) {
      attempts++;
      throw new OutOfMemoryError("as a test has it");
    }

    @Override
    public Consumer<String, DeliveryPosition> positions() {
      throw new AssertionError("nobody asks");
    }

    @Override
    public Map<TopicPartition, Long> positionEnds() {
      throw new AssertionError("nobody asks");
    }
  }
}
