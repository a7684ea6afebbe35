package org.vigie.scoring.stream;

import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.FeatureRecord;
import org.vigie.schemas.Rejections;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.Topics;
import org.vigie.schemas.events.Control.BarrierPassed;
import org.vigie.schemas.events.Control.DayOver;
import org.vigie.schemas.events.Control.ModelInForce;
import org.vigie.schemas.events.FeatureDoor;
import org.vigie.schemas.events.FeatureEvent;
import org.vigie.schemas.events.FeatureEvent.VectorOfCompany;
import org.vigie.schemas.events.RecordReader;
import org.vigie.schemas.events.RecordReader.Readable;
import org.vigie.schemas.events.RecordReader.Unreadable;
import org.vigie.schemas.events.ScoreOutcome;
import org.vigie.scoring.assess.Assessor;
import org.vigie.scoring.assess.Succession;
import org.vigie.scoring.assess.VectorCheck;
import org.vigie.scoring.bundle.ModelShelf;
import org.vigie.scoring.stream.Output.ToRejections;
import org.vigie.scoring.stream.Output.ToScores;

/// One partition of company-features, record by record.
public final class ScoreCompany implements Processor<String, byte[], String, Output> {

  /// Key in the store of models of the last one that served.
  private static final String LAST_SERVED = "last-served";

  private final RecordReader<FeatureEvent> reader;
  private final Assessors assessors;

  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<String, Output> context;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, CompanyScore> scores;

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, String> models;

  public ScoreCompany(Deserializer<FeatureRecord> features, ModelShelf shelf) {
    this.reader = FeatureDoor.reader(features);
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
      case Readable<FeatureEvent>(FeatureEvent event) -> take(event, input);
      case Unreadable<FeatureEvent>(String reason) -> reject(input, reason);
    }
  }

  private void take(FeatureEvent event, Record<String, byte[]> input) {
    switch (event) {
      case VectorOfCompany(CompanyFeatures vector) -> take(vector, input);
      case ModelInForce model -> {
        assessors.refresh();
        publish(input, model.scoreRecord());
      }
      case DayOver day -> publish(input, day.scoreRecord());
      case BarrierPassed barrier -> publish(input, barrier.scoreRecord());
    }
  }

  private void take(CompanyFeatures vector, Record<String, byte[]> input) {
    VectorCheck.fault(vector, place().partition(), assessors.lengthOf(vector.getCatalogue()))
        .ifPresentOrElse(
            fault -> reject(input, fault), () -> publish(input, new ScoreRecord(score(vector))));
  }

  private CompanyScore score(CompanyFeatures vector) {
    Optional<Assessor> assessor = assessors.find(vector, models.get(LAST_SERVED));
    ScoreOutcome outcome = Assessor.assess(vector, assessor);
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

  private void publish(Record<String, byte[]> cause, ScoreRecord record) {
    var output = new ToScores(record, place().partition());
    context.forward(cause.withValue(output), Steps.PUBLISH_SCORES);
  }

  private void reject(Record<String, byte[]> input, String reason) {
    var place = place();
    var rejection =
        Rejections.ofRecord(
                Topics.COMPANY_FEATURES, place.partition(), place.offset(), input.value(), reason)
            .setDelivery(input.key() == null ? "" : input.key())
            .setProvider("")
            .setSource("")
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
