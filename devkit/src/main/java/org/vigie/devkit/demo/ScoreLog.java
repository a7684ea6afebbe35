package org.vigie.devkit.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.TopicSerde;
import org.vigie.schemas.Topics;
import org.vigie.schemas.events.Control;
import org.vigie.schemas.events.ScoreDoor;
import org.vigie.schemas.events.ScoreEvent.ScoreOfCompany;
import org.vigie.schemas.events.ScoreOutcome.Measured;
import org.vigie.schemas.events.ScoreOutcome.Unscored;

/// What stands on company-scores: read from its beginning to its present end.
///
/// @param companies companies with a score or an abstention
/// @param scored companies scored at least once, in order
/// @param scores how many scores there are, abstentions left out
record ScoreLog(int companies, List<String> scored, long scores) {

  private static final Duration POLL = Duration.ofMillis(200);

  static ScoreLog read(Map<String, Object> access, String registryUrl) {
    var settings = new HashMap<>(access);
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    try (var consumer =
        new KafkaConsumer<>(
            settings,
            new StringDeserializer(),
            TopicSerde.deserializer(Topics.COMPANY_SCORES, registryUrl))) {
      return read(consumer);
    }
  }

  private static ScoreLog read(KafkaConsumer<String, ScoreRecord> consumer) {
    List<TopicPartition> partitions =
        IntStream.range(0, Topics.PARTITIONS)
            .mapToObj(partition -> new TopicPartition(Topics.COMPANY_SCORES.name(), partition))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    var companies = new TreeSet<String>();
    var scored = new TreeSet<String>();
    long scores = 0;
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<String, ScoreRecord> record : consumer.poll(POLL)) {
        switch (ScoreDoor.open(record.value())) {
          case ScoreOfCompany(var score, Measured _, _) -> {
            companies.add(score.getSiren());
            scored.add(score.getSiren());
            scores++;
          }
          case ScoreOfCompany(var score, Unscored _, _) -> companies.add(score.getSiren());
          case Control _ -> {
            // Says nothing of a company.
          }
        }
      }
    }
    return new ScoreLog(companies.size(), new ArrayList<>(scored), scores);
  }
}
