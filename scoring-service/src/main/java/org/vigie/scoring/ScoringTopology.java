package org.vigie.scoring;

import static org.apache.kafka.common.serialization.Serdes.ByteArray;
import static org.apache.kafka.common.serialization.Serdes.String;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.vigie.schemas.AvroBinary;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.FeatureRecord;
import org.vigie.schemas.Rejection;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.Topics;
import org.vigie.scoring.bundle.ModelShelf;
import org.vigie.scoring.stream.Output;
import org.vigie.scoring.stream.Output.ToRejections;
import org.vigie.scoring.stream.Output.ToScores;
import org.vigie.scoring.stream.ScoreCompany;
import org.vigie.scoring.stream.Steps;

/// The whole stream: `company-features` → [Assessor] with the model that the vector names →
/// [Succession] after what stood before → `company-scores`. One vector in gives one score out, a
/// control record passes through, and all stays in its partition and in order; what cannot be read
/// goes to `rejections`.
public final class ScoringTopology {

  /// @param features reads company-features
  /// @param scores writes company-scores
  /// @param rejections writes rejections
  /// @param shelf the models that may be named
  public static Topology of(
      Deserializer<FeatureRecord> features,
      Serializer<ScoreRecord> scores,
      Serializer<Rejection> rejections,
      ModelShelf shelf) {
    return new Topology()
        // 1. The topic as bytes, in the order of each partition: what cannot be read is rejected in
        // the same transaction as all else.
        .addSource(
            Steps.READ_FEATURES,
            String().deserializer(),
            ByteArray().deserializer(),
            Topics.COMPANY_FEATURES.name())
        // 2. One score per vector.
        .addProcessor(
            Steps.SCORE_COMPANY, () -> new ScoreCompany(features, shelf), Steps.READ_FEATURES)
        // Keeps the last score of each company: what the next one calls « previous ».
        .addStateStore(scoreStore(), Steps.SCORE_COMPANY)
        // Keeps the last model that served, which goes on when the next one cannot be had.
        .addStateStore(modelStore(), Steps.SCORE_COMPANY)
        // 3. To the partition of the same number: feature-service partitions by the same key.
        .addSink(
            Steps.PUBLISH_SCORES,
            Topics.COMPANY_SCORES.name(),
            String().serializer(),
            scoreSerializer(scores),
            samePartition(),
            Steps.SCORE_COMPANY)
        // 4. What could not be used, with its reason.
        .addSink(
            Steps.PUBLISH_REJECTIONS,
            Topics.REJECTIONS.name(),
            String().serializer(),
            rejectionSerializer(rejections),
            Steps.SCORE_COMPANY);
  }

  private static StoreBuilder<KeyValueStore<String, CompanyScore>> scoreStore() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(Steps.SCORES),
            String(),
            AvroBinary.serde(CompanyScore.class))
        .withCachingDisabled();
  }

  // One version per partition: its changelog is read back in no time.
  private static StoreBuilder<KeyValueStore<String, String>> modelStore() {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(Steps.MODELS), String(), String())
        .withCachingDisabled();
  }

  static StreamPartitioner<String, Output> samePartition() {
    return (_, _, output, _) ->
        output instanceof ToScores score
            ? Optional.of(Set.of(score.partition()))
            : Optional.empty();
  }

  private static Serializer<Output> scoreSerializer(Serializer<ScoreRecord> scores) {
    return (topic, output) ->
        output instanceof ToScores score ? scores.serialize(topic, score.record()) : null;
  }

  private static Serializer<Output> rejectionSerializer(Serializer<Rejection> rejections) {
    return (topic, output) ->
        output instanceof ToRejections refused
            ? rejections.serialize(topic, refused.rejection())
            : null;
  }

  private ScoringTopology() {}
}
