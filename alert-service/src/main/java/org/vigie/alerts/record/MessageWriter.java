package org.vigie.alerts.record;

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
import org.vigie.schemas.Rejections;
import org.vigie.schemas.Topic;
import org.vigie.schemas.Topics;

/// Makes messages ready to send: topic, partition, key, headers and bytes. For one thread at a
/// time.
public final class MessageWriter {

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
    var origin = Rejections.origin(Topics.COMPANY_SCORES, item.partition());
    var rejection =
        Rejections.ofRecord(
                Topics.COMPANY_SCORES,
                item.partition(),
                item.offset(),
                refused.wire(),
                refused.reason())
            .setDelivery(origin)
            .setProvider("vigie")
            .setSource(Topics.COMPANY_SCORES.name())
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
