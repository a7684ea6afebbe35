package org.vigie.scoring;

import static org.apache.kafka.common.serialization.Serdes.String;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.AvroBinary;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.FeatureRecord;
import org.vigie.schemas.ModelActivated;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.Topics;
import org.vigie.scoring.assess.Assessor;
import org.vigie.scoring.assess.Outcome;
import org.vigie.scoring.assess.Succession;
import org.vigie.scoring.bundle.ModelShelf;

/// The whole stream: `company-features` → [Assessor] with the model that the vector names →
/// [Succession] after what stood before → `company-scores`. One vector in gives one score out, a
/// control record passes through, and all stays in its partition and in order.
public final class ScoringTopology {

  static final String READ_FEATURES = "read-features";
  static final String SCORE_COMPANY = "score-company";
  static final String PUBLISH_SCORES = "publish-scores";
  static final String SCORES = "scores";

  /// @param features how vectors stand on the wire
  /// @param scores how scores stand on the wire
  /// @param shelf the models that may be named
  public static Topology of(
      Serde<FeatureRecord> features, Serde<ScoreRecord> scores, ModelShelf shelf) {
    return new Topology()
        // 1. Vectors and control records, in the order of each partition.
        .addSource(
            READ_FEATURES,
            String().deserializer(),
            features.deserializer(),
            Topics.COMPANY_FEATURES.name())
        // 2. One score per vector.
        .addProcessor(SCORE_COMPANY, () -> new ScoreCompany(shelf), READ_FEATURES)
        // Keeps the last score of each company: what the next one calls « previous ».
        .addStateStore(scoreStore(), SCORE_COMPANY)
        // 3. To the partition of the same number: feature-service partitions by the same key.
        .addSink(
            PUBLISH_SCORES,
            Topics.COMPANY_SCORES.name(),
            Placed.serializer(),
            scores.serializer(),
            Placed.partitioner(),
            SCORE_COMPANY);
  }

  private static StoreBuilder<KeyValueStore<String, CompanyScore>> scoreStore() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(SCORES), String(), AvroBinary.serde(CompanyScore.class))
        .withCachingDisabled();
  }

  /// A key and the partition to which its record goes, which a control record's key does not tell.
  record Placed(String key, int partition) {

    static Serializer<Placed> serializer() {
      var text = String().serializer();
      return (topic, placed) -> text.serialize(topic, placed.key());
    }

    static StreamPartitioner<Placed, ScoreRecord> partitioner() {
      return (_, placed, _, _) -> Optional.of(Set.of(placed.partition()));
    }
  }

  private static final class ScoreCompany
      extends ContextualProcessor<String, FeatureRecord, Placed, ScoreRecord> {

    private final Assessors assessors;
    private @Nullable KeyValueStore<String, CompanyScore> scores;

    ScoreCompany(ModelShelf shelf) {
      this.assessors = new Assessors(shelf);
    }

    @Override
    public void init(ProcessorContext<Placed, ScoreRecord> context) {
      super.init(context);
      scores = context.getStateStore(SCORES);
    }

    @Override
    public void process(Record<String, FeatureRecord> record) {
      switch (record.value().getBody()) {
        case CompanyFeatures vector -> forward(record, score(record.key(), vector));
        case ModelActivated activated -> {
          assessors.refresh();
          forward(record, activated);
        }
        case DayClosed day -> forward(record, day);
        case Barrier barrier -> forward(record, barrier);
        default -> throw new IllegalStateException("no record of company-features has such a body");
      }
    }

    private CompanyScore score(String siren, CompanyFeatures vector) {
      var store = Objects.requireNonNull(scores, "Streams initialises before it processes");
      Outcome outcome = Assessor.assess(vector, assessors.find(vector.getModel()));
      var score = Succession.next(vector, outcome, Optional.ofNullable(store.get(siren)));
      store.put(siren, score);
      return score;
    }

    private void forward(Record<String, FeatureRecord> cause, Object body) {
      int partition =
          context()
              .recordMetadata()
              .orElseThrow(() -> new IllegalStateException("a record from nowhere"))
              .partition();
      context()
          .forward(
              cause.withKey(new Placed(cause.key(), partition)).withValue(new ScoreRecord(body)));
    }

    @Override
    public void close() {
      assessors.close();
    }
  }
}
