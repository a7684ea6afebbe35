package org.vigie.alerts.record;

import java.util.Map;
import org.apache.kafka.common.serialization.Serializer;
import org.vigie.alerts.consume.Reading.Refused;
import org.vigie.alerts.consume.ScoreBatch.Item;
import org.vigie.alerts.cut.AlertLinks;
import org.vigie.alerts.record.Outgoing.Message;
import org.vigie.schemas.AlertEvent;
import org.vigie.schemas.Partitions;
import org.vigie.schemas.Rejection;
import org.vigie.schemas.Rejections;
import org.vigie.schemas.Topics;

/// Makes messages ready to send: topic, partition, key, headers and bytes. For one thread at a
/// time.
public final class MessageWriter {

  private final Serializer<AlertEvent> alerts;
  private final Serializer<Rejection> rejections;
  private final AlertLinks links;

  /// @param alerts writes alerts of all administrations with the schema of [Topics#ALERTS]
  /// @param rejections writes rejections
  /// @param links where administrations can read more
  public MessageWriter(
      Serializer<AlertEvent> alerts, Serializer<Rejection> rejections, AlertLinks links) {
    this.alerts = alerts;
    this.rejections = rejections;
    this.links = links;
  }

  AlertLinks links() {
    return links;
  }

  Message alert(AlertEvent event) {
    return new Message(
        Topics.alerts(event.getAdministration()).name(),
        Partitions.of(event.getSiren()),
        event.getSiren() + "/" + event.getId() + "/" + event.getCrossing(),
        CloudEvent.headers(event),
        alerts.serialize(Topics.ALERTS.name(), event));
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
    var topic = Topics.REJECTIONS.name();
    return new Message(topic, null, origin, Map.of(), rejections.serialize(topic, rejection));
  }
}
