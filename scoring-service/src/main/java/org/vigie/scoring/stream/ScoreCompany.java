package org.vigie.scoring.stream;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.FeatureRecord;
import org.vigie.schemas.ModelActivated;
import org.vigie.schemas.RecordReader;
import org.vigie.schemas.RecordReader.Readable;
import org.vigie.schemas.RecordReader.Unreadable;
import org.vigie.schemas.Rejection;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.Topics;
import org.vigie.scoring.assess.Assessor;
import org.vigie.scoring.assess.Outcome;
import org.vigie.scoring.assess.Succession;
import org.vigie.scoring.assess.VectorCheck;
import org.vigie.scoring.bundle.ModelShelf;
import org.vigie.scoring.stream.Output.ToRejections;
import org.vigie.scoring.stream.Output.ToScores;

/// One partition of company-features, record by record.
public final class ScoreCompany implements Processor<String, byte[], String, Output> {

  /// Key in the store of models of the last one that served.
  private static final String LAST_SERVED = "last-served";

  /// A rejection keeps this much of what was refused.
  private static final int RAW_BYTES_MAX = 64 * 1024;

  private final RecordReader<FeatureRecord> reader;
  private final Assessors assessors;

  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<String, Output> context;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, CompanyScore> scores;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, String> models;

  public ScoreCompany(Deserializer<FeatureRecord> features, ModelShelf shelf) {
    this.reader = new RecordReader<>(Topics.COMPANY_FEATURES, features);
    this.assessors = new Assessors(shelf);
  }

  @Override
  public void init(ProcessorContext<String, Output> context) {
    this.context = context;
    this.scores = context.getStateStore(Steps.SCORES);
    this.models = context.getStateStore(Steps.MODELS);
  }

  @Override
  public void process(Record<String, byte[]> input) {
    switch (reader.read(input.value())) {
      case Readable<FeatureRecord>(FeatureRecord record) -> take(record, input);
      case Unreadable<FeatureRecord>(String reason) -> reject(input, reason);
    }
  }

  private void take(FeatureRecord record, Record<String, byte[]> input) {
    switch (record.getBody()) {
      case CompanyFeatures vector -> take(vector, input);
      case ModelActivated activated -> {
        assessors.refresh();
        publish(input, activated);
      }
      case DayClosed day -> publish(input, day);
      case Barrier barrier -> publish(input, barrier);
      default -> throw new IllegalStateException("no record of company-features has such a body");
    }
  }

  private void take(CompanyFeatures vector, Record<String, byte[]> input) {
    VectorCheck.fault(vector, place().partition(), assessors.lengthOf(vector.getCatalogue()))
        .ifPresentOrElse(fault -> reject(input, fault), () -> publish(input, score(vector)));
  }

  private CompanyScore score(CompanyFeatures vector) {
    Optional<Assessor> assessor = assessors.find(vector, models.get(LAST_SERVED));
    Outcome outcome = Assessor.assess(vector, assessor);
    Optional<String> served = assessor.map(Assessor::version);
    served.ifPresent(this::remember);
    var model = served.or(() -> Optional.ofNullable(vector.getModel()));
    var last = Optional.ofNullable(scores.get(vector.getSiren()));
    var score = Succession.next(vector, model, outcome, last);
    scores.put(vector.getSiren(), score);
    return score;
  }

  private void remember(String model) {
    if (!model.equals(models.get(LAST_SERVED))) {
      models.put(LAST_SERVED, model);
    }
  }

  private void publish(Record<String, byte[]> cause, Object body) {
    var output = new ToScores(new ScoreRecord(body), place().partition());
    context.forward(cause.withValue(output), Steps.PUBLISH_SCORES);
  }

  private void reject(Record<String, byte[]> input, String reason) {
    byte[] raw = input.value() == null ? new byte[0] : input.value();
    var rejection =
        Rejection.newBuilder()
            .setDelivery(input.key() == null ? "" : input.key())
            .setProvider("")
            .setSource("")
            .setOrigin(Topics.COMPANY_FEATURES.name() + "/" + place().partition())
            .setLine(place().offset())
            .setOffset(0)
            .setLength(raw.length)
            .setReason(reason)
            .setRaw(ByteBuffer.wrap(Arrays.copyOf(raw, Math.min(raw.length, RAW_BYTES_MAX))))
            .build();
    context.forward(
        input.withKey(rejection.getDelivery()).withValue(new ToRejections(rejection)),
        Steps.PUBLISH_REJECTIONS);
  }

  private RecordMetadata place() {
    return context
        .recordMetadata()
        .orElseThrow(() -> new IllegalStateException("a record from nowhere"));
  }

  @Override
  public void close() {
    assessors.close();
  }
}
