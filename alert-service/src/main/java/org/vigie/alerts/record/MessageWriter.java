package org.vigie.alerts.record;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.vigie.alerts.consume.Reading.Refused;
import org.vigie.alerts.consume.ScoreBatch.Item;
import org.vigie.alerts.cut.AlertLinks;
import org.vigie.alerts.record.Outgoing.Message;
import org.vigie.schemas.AlertEvent;
import org.vigie.schemas.Partitions;
import org.vigie.schemas.Rejection;
import org.vigie.schemas.Topic;
import org.vigie.schemas.Topics;

/// Makes messages ready to send: topic, partition, key, headers and bytes. For one thread at a
/// time.
public final class MessageWriter {

  // The first 64 KiB of a refused record are kept.
  private static final int RAW_BYTES_MAX = 64 * 1024;

  private final Function<Topic<?>, Serializer<? extends SpecificRecord>> serializers;
  private final Map<String, Serializer<? extends SpecificRecord>> perTopic = new HashMap<>();

  private final AlertLinks links;

  /// @param serializers makes the serializer of a topic; asked once per topic
  /// @param links where administrations can read more
  public MessageWriter(
      Function<Topic<?>, Serializer<? extends SpecificRecord>> serializers, AlertLinks links) {
    this.serializers = serializers;
    this.links = links;
  }

  AlertLinks links() {
    return links;
  }

  Message alert(AlertEvent event) {
    var topic = Topics.alerts(event.getAdministration());
    return new Message(
        topic.name(),
        Partitions.of(event.getSiren()),
        event.getSiren() + "/" + event.getId() + "/" + event.getCrossing(),
        CloudEvent.headers(event),
        bytes(topic, event));
  }

  Message rejection(Item item, Refused refused) {
    var origin = Topics.COMPANY_SCORES.name() + "/" + item.partition();
    var wire = refused.wire();
    var rejection =
        Rejection.newBuilder()
            .setDelivery(origin)
            .setProvider("vigie")
            .setSource(Topics.COMPANY_SCORES.name())
            .setOrigin(origin)
            .setLine(item.offset())
            .setOffset(0)
            .setLength(wire.length)
            .setReason(refused.reason())
            .setRaw(ByteBuffer.wrap(Arrays.copyOf(wire, Math.min(wire.length, RAW_BYTES_MAX))))
            .build();
    var topic = Topics.REJECTIONS;
    return new Message(topic.name(), null, origin, Map.of(), bytes(topic, rejection));
  }

  @SuppressWarnings("unchecked") // the factory answers a topic with the serializer of its values
  private <V extends SpecificRecord> byte[] bytes(Topic<V> topic, V value) {
    var serializer =
        (Serializer<V>) perTopic.computeIfAbsent(topic.name(), _ -> serializers.apply(topic));
    return serializer.serialize(topic.name(), value);
  }
}
