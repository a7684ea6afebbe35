package org.vigie.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.errors.InvalidGroupIdException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

class LogClientsTest {

  private final LogClients clients =
      new LogClients(
          Map.of("bootstrap.servers", "localhost:9", "group.id", "a-service", "client.rack", "a"));

  @Test
  void aConsumerSeesCommittedRecordsAloneAndCommitsNothing() {
    assertThat(clients.consuming(Map.of()))
        .containsEntry("isolation.level", "read_committed")
        .containsEntry("enable.auto.commit", false)
        .containsEntry("auto.offset.reset", "earliest")
        .containsEntry("client.rack", "a");
  }

  @Test
  void aConsumerIsOfNoGroupUnlessItsOwnSettingsNameOne() {
    try (var alone = clients.consumer(new ByteArrayDeserializer(), Map.of());
        var member = clients.consumer(new ByteArrayDeserializer(), Map.of("group.id", "another"))) {
      assertThatThrownBy(alone::groupMetadata).isInstanceOf(InvalidGroupIdException.class);
      assertThat(member.groupMetadata().groupId()).isEqualTo("another");
    }
  }

  @Test
  void aProducerHasTheIdThatItIsGivenAndCompresses() {
    assertThat(clients.producing("relay-3", Map.of()))
        .containsEntry("transactional.id", "relay-3")
        .containsEntry("compression.type", "lz4")
        .containsEntry("client.rack", "a");
  }

  @Test
  void ownSettingsGoBeforeAllOthers() {
    assertThat(clients.consuming(Map.of("isolation.level", "read_uncommitted", "client.rack", "b")))
        .containsEntry("isolation.level", "read_uncommitted")
        .containsEntry("client.rack", "b");
    assertThat(clients.producing("relay-3", Map.of("compression.type", "none")))
        .containsEntry("compression.type", "none");
  }
}
