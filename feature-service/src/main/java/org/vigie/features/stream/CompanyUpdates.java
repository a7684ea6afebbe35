package org.vigie.features.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.vigie.features.intake.LogReader.Unusable;
import org.vigie.features.state.CompanyLocks;
import org.vigie.features.state.DueDays;
import org.vigie.features.state.FactStore;
import org.vigie.features.state.StateStores;
import org.vigie.features.state.records.CompanyStanding;
import org.vigie.features.state.records.PartitionClock;
import org.vigie.features.stream.Output.ToCompanyFeatures;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.events.Control;
import org.vigie.schemas.events.Control.BarrierPassed;
import org.vigie.schemas.events.Control.DayOver;
import org.vigie.schemas.events.Control.ModelInForce;
import org.vigie.schemas.events.FeatureEvent;
import org.vigie.schemas.events.FeatureEvent.VectorOfCompany;
import org.vigie.schemas.events.SourceEvent;
import org.vigie.schemas.events.SourceEvent.FactsOfCompany;

/// One partition of source-events, record by record. Facts bring their company up to the closed day
/// and then change it; a closed day is passed on once the rest of the partition has followed, some
/// companies at a time.
public final class CompanyUpdates implements Processor<String, byte[], String, Output> {

  /// The clock only paces the slices: what they compute is the same at any pace.
  private static final Duration BETWEEN_SLICES = Duration.ofMillis(20);

  private final LogReader reader;
  private final Retention retention;
  private final Pace pace;
  private final CompanyLocks locks;
  private int stopsSinceCommit;

  @SuppressWarnings("NullAway.Init")
  private ProcessorContext<String, Output> context;

  @SuppressWarnings("NullAway.Init")
  private Refusals refusals;

  @SuppressWarnings("NullAway.Init")
  private Companies companies;

  @SuppressWarnings("NullAway.Init")
  private DaysAndModels daysAndModels;

  public CompanyUpdates(LogReader reader, Retention retention, Pace pace, CompanyLocks locks) {
    this.reader = reader;
    this.retention = retention;
    this.pace = pace;
    this.locks = locks;
  }

  @Override
  public void init(ProcessorContext<String, Output> context) {
    this.context = context;
    this.refusals = new Refusals(context);
    KeyValueStore<String, FactVersion> facts = context.getStateStore(StateStores.FACTS);
    KeyValueStore<String, CompanyStanding> standings = context.getStateStore(StateStores.COMPANIES);
    KeyValueStore<String, PartitionClock> clock = context.getStateStore(StateStores.CLOCK);
    var due = new DueDays(context.getStateStore(StateStores.DUE_DAYS));
    this.companies =
        new Companies(standings, new FactStore(facts, retention), due, retention, locks);
    this.daysAndModels = new DaysAndModels(clock, due);
    context.schedule(BETWEEN_SLICES, PunctuationType.WALL_CLOCK_TIME, _ -> bringUpSlice());
  }

  @Override
  public void process(Record<String, byte[]> input) {
    switch (reader.read(input.value(), partition())) {
      case Readable(SourceEvent event) -> take(event, input);
      case Unusable(SourceRecord record, String reason) -> refusals.record(record, reason, input);
      case Unreadable(String reason) -> refusals.bytes(reason, input);
    }
  }

  private void take(SourceEvent event, Record<String, byte[]> input) {
    switch (event) {
      case FactsOfCompany facts -> takeFacts(facts, input);
      case DayOver day -> daysAndModels.closeDay(day);
      case BarrierPassed barrier -> daysAndModels.pass(barrier);
      case ModelInForce model -> daysAndModels.activate(model);
    }
    passOn(daysAndModels.released());
  }

  private void takeFacts(FactsOfCompany facts, Record<String, byte[]> input) {
    var siren = facts.record().getSiren();
    bringUp(siren, daysAndModels.waiting());
    var arrived = new ArrayList<ArrivedFact>();
    for (var arrival : new FactIntake(facts, daysAndModels.openDay()).arrivals()) {
      switch (arrival) {
        case ArrivedFact fact -> arrived.add(fact);
        case RefusedFact refused -> refusals.fact(facts.record(), refused, input);
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
    if (day.get().turnsMonth() ? bringUpNext(day.get()) : bringUpDue(day.get())) {
      passOn(List.of(daysAndModels.finishScan()));
      passOn(daysAndModels.released());
    }
    commit();
  }

  /// Brings the next companies up in order, until the vectors of a slice are spent; answers whether
  /// none is left.
  private boolean bringUpNext(ClosedDay day) {
    var slice = companies.after(daysAndModels.cursor(), pace.companies());
    var left = pace.vectors();
    var passed = daysAndModels.cursor();
    var through = true;
    for (var siren : slice) {
      var brought = companies.bringUp(siren, List.of(day), left);
      brought.changed().forEach(this::publish);
      left -= brought.stops();
      through = brought.through();
      if (!through) {
        break;
      }
      passed = siren;
    }
    daysAndModels.passed(passed);
    return through && slice.size() < pace.companies();
  }

  /// Brings up companies that are due, until the vectors of a slice are spent; answers whether none
  /// is left.
  private boolean bringUpDue(ClosedDay day) {
    var slice = companies.dueBy(day.openDay(), pace.companies());
    var left = pace.vectors();
    for (var siren : slice) {
      var brought = companies.bringUp(siren, List.of(day), left);
      brought.changed().forEach(this::publish);
      left -= brought.stops();
      if (!brought.through()) {
        return false;
      }
    }
    return slice.size() < pace.companies();
  }

  /// A fact brings its company up at once, through all its stops: the next record must not add as
  /// many to the same transaction.
  private void bringUp(String siren, List<ClosedDay> days) {
    var brought = companies.bringUp(siren, days, Integer.MAX_VALUE);
    brought.changed().forEach(this::publish);
    stopsSinceCommit += brought.stops();
    if (stopsSinceCommit >= pace.vectors()) {
      commit();
    }
  }

  private void commit() {
    stopsSinceCommit = 0;
    context.commit();
  }

  private void publish(CompanyFeatures vector) {
    forward(vector.getSiren(), new VectorOfCompany(vector));
  }

  private void passOn(List<Control> controls) {
    for (var control : controls) {
      forward(controlKey(control), control);
    }
  }

  private static String controlKey(Control control) {
    return switch (control) {
      case DayOver _ -> "control/day";
      case BarrierPassed _ -> "control/barrier";
      case ModelInForce _ -> "control/model";
    };
  }

  private void forward(String key, FeatureEvent event) {
    var output = new ToCompanyFeatures(event.featureRecord(), partition());
    context.forward(
        new Record<>(key, output, context.currentStreamTimeMs()), Steps.PUBLISH_VECTORS);
  }

  private int partition() {
    return context.taskId().partition();
  }
}
