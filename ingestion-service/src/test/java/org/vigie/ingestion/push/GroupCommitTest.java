package org.vigie.ingestion.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.StartupEvent;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.journal.PushLog.Push;
import org.vigie.ingestion.publish.LogConnection;
import org.vigie.schemas.DeliveryPosition;

class GroupCommitTest {

  @Test
  @SuppressWarnings("NullAway") // its thread ends before it asks for claims
  void isNotReadyOnceAnErrorHasEndedItsThread() {
    var group = new GroupCommit(new PushPublisher(new NoMemory(), null));
    assertThat(group.call().getStatus()).isEqualTo(Status.DOWN);

    group.start(new StartupEvent());
    assertThat(group.call().getStatus()).isEqualTo(Status.UP);

    group.commit(new PreparedPush(new Push("p", Source.DEBIT, "", 1, null, ""), "c", List.of()));
    await().until(() -> group.call().getStatus() == Status.DOWN);
  }

  private static final class NoMemory implements LogConnection {

    @Override
    public Producer<String, SpecificRecord> producer(String transactionalId) {
      throw new OutOfMemoryError("as a test has it");
    }

    @Override
    public Consumer<String, DeliveryPosition> positions() {
      throw new AssertionError("nobody asks");
    }
  }
}
