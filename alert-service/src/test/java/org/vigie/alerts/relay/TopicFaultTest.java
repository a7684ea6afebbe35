package org.vigie.alerts.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicFaultTest {

  static List<RuntimeException> ofTheTopic() {
    return List.of(
        new TopicAuthorizationException("alerts.x"),
        new RecordTooLargeException("too large"),
        // As the client says that a topic is missing, and as it wraps what a send got.
        new TimeoutException("not present", new UnknownTopicOrPartitionException("alerts.x")),
        new KafkaException("aborted", new TopicAuthorizationException("alerts.x")));
  }

  @ParameterizedTest
  @MethodSource("ofTheTopic")
  void whatOneTopicRefusesIsItsOwnFault(RuntimeException failure) {
    assertThat(TopicFault.of(failure)).isPresent();
  }

  @Test
  void aBrokerThatIsAwayIsNoTopicsFault() {
    var away = new TimeoutException("no broker answers");
    assertThat(TopicFault.of(away)).isEmpty();

    var producer = new MockProducer<String, byte[]>();
    producer.partitionsForException = away;
    assertThatThrownBy(() -> TopicFault.of(producer, "alerts.x", 12)).isSameAs(away);
  }
}
