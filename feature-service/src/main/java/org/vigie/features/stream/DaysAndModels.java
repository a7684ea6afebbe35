package org.vigie.features.stream;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.vigie.features.facts.Months;
import org.vigie.features.state.DueDays;
import org.vigie.features.state.StateStores;
import org.vigie.features.state.records.PartitionClock;
import org.vigie.features.state.records.PendingControl;
import org.vigie.schemas.AvroBinary;
import org.vigie.schemas.FeatureRecord;
import org.vigie.schemas.events.Control;
import org.vigie.schemas.events.Control.BarrierPassed;
import org.vigie.schemas.events.Control.DayOver;
import org.vigie.schemas.events.Control.ModelInForce;
import org.vigie.schemas.events.FeatureDoor;
import org.vigie.schemas.events.FeatureEvent.VectorOfCompany;

/// What a partition has said of days and models. A control record waits here while companies are
/// still to be brought up to a day closed before it; what waits behind it keeps its place.
final class DaysAndModels {

  private static final AvroBinary<FeatureRecord> BINARY = new AvroBinary<>(FeatureRecord.class);

  private final KeyValueStore<String, PartitionClock> store;
  private final DueDays due;
  private PartitionClock clock;

  DaysAndModels(KeyValueStore<String, PartitionClock> store, DueDays due) {
    this.store = store;
    this.due = due;
    var stored = store.get(StateStores.CLOCK_KEY);
    this.clock = stored == null ? new PartitionClock(null, null, List.of(), "") : stored;
  }

  @Nullable LocalDate closedDay() {
    return clock.getClosedDay();
  }

  /// The day after the last closed one; null on a fresh log.
  @Nullable LocalDate openDay() {
    return closedDay() == null ? null : closedDay().plusDays(1);
  }

  /// The model in force for what comes now.
  @Nullable String model() {
    return clock.getModel();
  }

  String cursor() {
    return clock.getCursor();
  }

  /// The days that wait, to which a company is brought before a fact changes it; in order.
  List<ClosedDay> waiting() {
    return clock.getPending().stream().flatMap(pending -> closedDay(pending).stream()).toList();
  }

  /// The day to which the scan brings companies now.
  Optional<ClosedDay> scanned() {
    return clock.getPending().stream().findFirst().flatMap(DaysAndModels::closedDay);
  }

  void closeDay(DayOver closed) {
    var before = openDay();
    var day = closed.day();
    if (closedDay() != null && !day.isAfter(closedDay())) {
      append(closed, null, model());
      return;
    }
    var turnsMonth = before == null || Months.turns(before, day.plusDays(1)).findAny().isPresent();
    append(closed, turnsMonth ? day : null, model());
    clock = PartitionClock.newBuilder(clock).setClosedDay(day).build();
    save();
  }

  void pass(BarrierPassed barrier) {
    append(barrier, null, model());
  }

  void activate(ModelInForce activated) {
    clock = PartitionClock.newBuilder(clock).setModel(activated.model()).build();
    append(activated, null, model());
  }

  /// The scan has passed a company and all before it.
  void passed(String siren) {
    clock = PartitionClock.newBuilder(clock).setCursor(siren).build();
    save();
  }

  /// The scan for the first day that waits is through.
  Control finishScan() {
    var first = clock.getPending().getFirst();
    removeFirst();
    return control(first);
  }

  /// The control records that nothing holds back any more, in order.
  List<Control> released() {
    var released = new ArrayList<Control>();
    while (!clock.getPending().isEmpty() && !needsWork(clock.getPending().getFirst())) {
      released.add(finishScan());
    }
    return released;
  }

  /// Whether companies are to be brought to it: all of them, or those that are due.
  private boolean needsWork(PendingControl pending) {
    return closedDay(pending)
        .map(day -> day.turnsMonth() || due.isAnyBy(day.openDay()))
        .orElse(false);
  }

  private static Optional<ClosedDay> closedDay(PendingControl pending) {
    return switch (control(pending)) {
      case DayOver(LocalDate day) ->
          Optional.of(new ClosedDay(day, pending.getTurnsMonthBy() != null, pending.getModel()));
      case BarrierPassed _, ModelInForce _ -> Optional.empty();
    };
  }

  private static Control control(PendingControl pending) {
    return switch (FeatureDoor.open(BINARY.read(pending.getControl().array()))) {
      case Control control -> control;
      case VectorOfCompany vector ->
          throw new IllegalStateException("a vector waits as a control record: " + vector);
    };
  }

  private void append(Control control, @Nullable LocalDate turnsMonthBy, @Nullable String model) {
    var bytes = ByteBuffer.wrap(BINARY.write(control.featureRecord()));
    var pending = new ArrayList<>(clock.getPending());
    pending.add(new PendingControl(bytes, turnsMonthBy, model));
    clock = PartitionClock.newBuilder(clock).setPending(pending).build();
    save();
  }

  private void removeFirst() {
    var rest = clock.getPending().subList(1, clock.getPending().size());
    clock =
        PartitionClock.newBuilder(clock).setPending(new ArrayList<>(rest)).setCursor("").build();
    save();
  }

  private void save() {
    store.put(StateStores.CLOCK_KEY, clock);
  }
}
