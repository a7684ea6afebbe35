package org.vigie.features.stream;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.vigie.features.facts.ArrivedFact;
import org.vigie.features.facts.FactVersion;
import org.vigie.features.facts.RefusedFact;
import org.vigie.features.facts.Retention;
import org.vigie.features.intake.FactIntake;
import org.vigie.features.intake.LogReader;
import org.vigie.features.intake.LogReader.Readable;
import org.vigie.features.intake.LogReader.Unreadable;
import org.vigie.features.state.FactStore;
import org.vigie.features.state.StateStores;
import org.vigie.features.state.records.CompanyStanding;
import org.vigie.features.state.records.PartitionClock;
import org.vigie.features.state.records.PendingControl;
import org.vigie.features.stream.Output.ToCompanyFeatures;
import org.vigie.features.stream.Output.ToRejections;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.Facts;
import org.vigie.schemas.FeatureRecord;
import org.vigie.schemas.ModelActivated;
import org.vigie.schemas.Rejection;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.Topics;

/// One partition of source-events, record by record. Facts bring their company up to the closed day
/// and then change it; a closed day is passed on once the rest of the partition has followed, some
/// companies at a time.
public final class CompanyUpdates implements Processor<String, byte[], String, Output> {

  /// The clock only paces the slices: what they compute is the same at any pace.
  private static final Duration BETWEEN_SLICES = Duration.ofMillis(20);

  /// A rejection keeps this much of what was refused.
  private static final int RAW_BYTES_MAX = 64 * 1024;

  private final LogReader reader;
  private final Retention retention;
  private final Pace pace;
  private int turnsSinceCommit;

  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<String, Output> context;

  @SuppressWarnings("NullAway.Init")
  private Companies companies;

  @SuppressWarnings("NullAway.Init")
  private DaysAndModels daysAndModels;

  public CompanyUpdates(Deserializer<SourceRecord> deserializer, Retention retention, Pace pace) {
    this.reader = new LogReader(deserializer);
    this.retention = retention;
    this.pace = pace;
  }

  @Override
  public void init(ProcessorContext<String, Output> context) {
    this.context = context;
    KeyValueStore<String, FactVersion> facts = context.getStateStore(StateStores.FACTS);
    KeyValueStore<String, CompanyStanding> standings = context.getStateStore(StateStores.COMPANIES);
    KeyValueStore<String, PartitionClock> clock = context.getStateStore(StateStores.CLOCK);
    this.companies = new Companies(standings, new FactStore(facts, retention), retention);
    this.daysAndModels = new DaysAndModels(clock);
    context.schedule(BETWEEN_SLICES, PunctuationType.WALL_CLOCK_TIME, _ -> bringUpSlice());
  }

  @Override
  public void process(Record<String, byte[]> input) {
    switch (reader.read(input.value())) {
      case Readable(SourceRecord record) -> take(record, input);
      case Unreadable(String reason) -> reject(rejection(input, reason), input);
    }
  }

  private void take(SourceRecord record, Record<String, byte[]> input) {
    switch (record.getBody()) {
      case Facts _ -> takeFacts(record, input);
      case DayClosed closed -> daysAndModels.closeDay(closed);
      case Barrier barrier -> daysAndModels.pass(barrier);
      case ModelActivated activated -> daysAndModels.activate(activated);
      default -> throw new IllegalStateException("no record has a body like " + record.getBody());
    }
    passOn(daysAndModels.released());
  }

  private void takeFacts(SourceRecord record, Record<String, byte[]> input) {
    var siren = record.getSiren();
    bringUp(siren, daysAndModels.turns());
    var arrived = new ArrayList<ArrivedFact>();
    for (var arrival : new FactIntake(record, daysAndModels.openDay()).arrivals()) {
      switch (arrival) {
        case ArrivedFact fact -> arrived.add(fact);
        case RefusedFact refused -> reject(rejection(record, refused, input), input);
      }
    }
    if (!arrived.isEmpty()) {
      companies
          .apply(siren, arrived, daysAndModels.closedDay(), daysAndModels.model())
          .ifPresent(this::publish);
    }
  }

  private void bringUpSlice() {
    var day = daysAndModels.scanned();
    if (day.isEmpty()) {
      return;
    }
    var slice = companies.after(daysAndModels.cursor(), pace.companies());
    if (bringUpAll(slice, day.get()) && slice.size() < pace.companies()) {
      passOn(List.of(daysAndModels.finishScan()));
      passOn(daysAndModels.released());
    }
    commit();
  }

  /// Brings companies up in order, until the vectors of a slice are spent; answers whether all have
  /// followed.
  private boolean bringUpAll(List<String> slice, PendingControl day) {
    var left = pace.vectors();
    var passed = daysAndModels.cursor();
    var through = true;
    for (var siren : slice) {
      var brought = companies.bringUp(siren, List.of(day), left);
      brought.changed().forEach(this::publish);
      left -= brought.turns();
      through = brought.through();
      if (!through) {
        break;
      }
      passed = siren;
    }
    daysAndModels.passed(passed);
    return through;
  }

  /// A fact brings its company up at once, through all its turns: the next record must not add as
  /// many to the same transaction.
  private void bringUp(String siren, List<PendingControl> days) {
    var brought = companies.bringUp(siren, days, Integer.MAX_VALUE);
    brought.changed().forEach(this::publish);
    turnsSinceCommit += brought.turns();
    if (turnsSinceCommit >= pace.vectors()) {
      commit();
    }
  }

  private void commit() {
    turnsSinceCommit = 0;
    context.commit();
  }

  private void publish(CompanyFeatures vector) {
    forward(vector.getSiren(), new FeatureRecord(vector));
  }

  private void passOn(List<FeatureRecord> controls) {
    for (var control : controls) {
      forward(controlKey(control), control);
    }
  }

  private static String controlKey(FeatureRecord control) {
    return switch (control.getBody()) {
      case DayClosed _ -> "control/day";
      case Barrier _ -> "control/barrier";
      case ModelActivated _ -> "control/model";
      default -> throw new IllegalStateException("no control record is " + control.getBody());
    };
  }

  private void forward(String key, FeatureRecord record) {
    var output = new ToCompanyFeatures(record, context.taskId().partition());
    context.forward(
        new Record<>(key, output, context.currentStreamTimeMs()), Steps.PUBLISH_VECTORS);
  }

  private void reject(Rejection rejection, Record<String, byte[]> input) {
    context.forward(
        new Record<>(rejection.getDelivery(), new ToRejections(rejection), input.timestamp()),
        Steps.PUBLISH_REJECTIONS);
  }

  private Rejection rejection(Record<String, byte[]> input, String reason) {
    return refused(input, reason)
        .setDelivery(input.key() == null ? "" : input.key())
        .setProvider("")
        .setSource("")
        .build();
  }

  private Rejection rejection(SourceRecord record, RefusedFact fact, Record<String, byte[]> input) {
    return refused(input, fact.reason())
        .setDelivery(record.getDelivery())
        .setProvider(record.getProvider())
        .setSource(record.getSource())
        .setValue(fact.natural())
        .build();
  }

  private Rejection.Builder refused(Record<String, byte[]> input, String reason) {
    var raw = input.value() == null ? new byte[0] : input.value();
    var offset = context.recordMetadata().map(at -> at.offset()).orElse(-1L);
    return Rejection.newBuilder()
        .setOrigin(Topics.SOURCE_EVENTS.name() + "/" + context.taskId().partition())
        .setLine(offset)
        .setOffset(0)
        .setLength(raw.length)
        .setReason(reason)
        .setRaw(ByteBuffer.wrap(Arrays.copyOf(raw, Math.min(raw.length, RAW_BYTES_MAX))));
  }
}
