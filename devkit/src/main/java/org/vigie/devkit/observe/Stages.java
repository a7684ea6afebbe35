package org.vigie.devkit.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.vigie.devkit.client.ServiceClient;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.platform.KafkaAccess;
import org.vigie.schemas.Topic;
import org.vigie.schemas.Topics;

/// How far each stage is behind its input topic.
public final class Stages {

  private static final String FEATURES = "feature-service";
  private static final String SCORES = "scoring-service";

  /// The stage that keeps its positions in its own database, so that only itself tells them.
  static final String KEEPS_ITS_POSITIONS = "alert-service";

  /// The stages after ingestion, in the order of the flow.
  static final List<String> NAMES = List.of(FEATURES, SCORES, KEEPS_ITS_POSITIONS);

  private final KafkaAccess kafka;
  private final ServiceClient services;

  public Stages(KafkaAccess kafka, ServiceClient services) {
    this.kafka = kafka;
    this.services = services;
  }

  /// The stages after ingestion, in the order of the flow.
  public List<Stage> all() throws IOException, InterruptedException {
    var stages = new ArrayList<Stage>();
    for (String name : NAMES) {
      stages.add(new Stage(name, lag(name)));
    }
    return stages;
  }

  /// How far one stage is behind.
  public long lag(String stage) throws IOException, InterruptedException {
    try (var admin = Admin.create(kafka.platform())) {
      return switch (stage) {
        case FEATURES -> lag(admin, Topics.SOURCE_EVENTS, committed(admin, stage));
        case SCORES -> lag(admin, Topics.COMPANY_FEATURES, committed(admin, stage));
        case KEEPS_ITS_POSITIONS -> lag(admin, Topics.COMPANY_SCORES, positions());
        default -> throw new IllegalArgumentException("no stage is named " + stage);
      };
    } catch (ExecutionException e) {
      throw new IOException("the broker does not tell offsets", e.getCause());
    }
  }

  private static Map<TopicPartition, Long> committed(Admin admin, String group)
      throws ExecutionException, InterruptedException {
    return admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  // alert-service keeps its positions in its own database, beside the alerts that they cover.
  private Map<TopicPartition, Long> positions() throws IOException, InterruptedException {
    var positions = new HashMap<TopicPartition, Long>();
    for (JsonNode position : services.get(Slot.ALERT_SERVICE, "/positions")) {
      positions.put(
          new TopicPartition(position.path("topic").asText(), position.path("partition").asInt()),
          position.path("position").asLong());
    }
    return positions;
  }

  private static long lag(Admin admin, Topic<?> topic, Map<TopicPartition, Long> positions)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest =
        IntStream.range(0, Topics.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(topic.name(), partition))
            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
    return admin.listOffsets(latest).all().get().entrySet().stream()
        // The last offset of a partition is the marker that ends a transaction: no record.
        .mapToLong(
            end ->
                Math.max(0, end.getValue().offset() - 1 - positions.getOrDefault(end.getKey(), 0L)))
        .sum();
  }
}
