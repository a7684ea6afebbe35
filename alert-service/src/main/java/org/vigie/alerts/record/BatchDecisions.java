package org.vigie.alerts.record;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.vigie.alerts.consume.Observation;
import org.vigie.alerts.consume.Reading;
import org.vigie.alerts.consume.ScoreBatch.Item;
import org.vigie.alerts.consume.ScoreReader;
import org.vigie.alerts.cut.AlertCut;
import org.vigie.alerts.cut.Crossing;
import org.vigie.alerts.decide.AlertPolicy;
import org.vigie.alerts.decide.Decision;
import org.vigie.alerts.decide.Decision.Close;
import org.vigie.alerts.decide.Decision.Hold;
import org.vigie.alerts.decide.Decision.Nothing;
import org.vigie.alerts.decide.Decision.Overlook;
import org.vigie.alerts.decide.Decision.Raise;
import org.vigie.alerts.decide.Standing;
import org.vigie.alerts.subscribe.Subscription;
import org.vigie.alerts.subscribe.SubscriptionBook;
import org.vigie.schemas.AlertEvent;
import org.vigie.schemas.AlertState;
import org.vigie.schemas.CloseReason;
import org.vigie.schemas.events.Control.BarrierPassed;
import org.vigie.schemas.events.Control.DayOver;
import org.vigie.schemas.events.Control.ModelInForce;

/// Decides the records of a batch one after another, and gathers what is to be told.
final class BatchDecisions {

  private static final Logger LOG = Logger.getLogger(BatchDecisions.class);

  private final SubscriptionBook book;
  private final Standings standings;
  private final ScoreReader reader;
  private final MessageWriter messages;
  private final List<AlertEvent> alerts = new ArrayList<>();
  private final List<OutboxRow> outbox = new ArrayList<>();

  BatchDecisions(
      SubscriptionBook book, Standings standings, ScoreReader reader, MessageWriter messages) {
    this.book = book;
    this.standings = standings;
    this.reader = reader;
    this.messages = messages;
  }

  /// The alerts told, in order.
  List<AlertEvent> alerts() {
    return alerts;
  }

  /// What leaves, in order.
  List<OutboxRow> outbox() {
    return outbox;
  }

  void decide(Item item) throws SQLException {
    switch (item.reading()) {
      case Reading.Score(var seen, var wire) -> onScore(item, seen, wire);
      case Reading.Passed(DayOver(var day)) -> onDay(item, day);
      case Reading.Passed(BarrierPassed(var id)) -> leave(item, new Outgoing.BarrierMark(id));
      case Reading.Passed(ModelInForce _) -> {
        // The scores that follow were made with it: nothing to decide.
      }
      case Reading.Refused refused -> leave(item, messages.rejection(item, refused));
    }
  }

  private void onScore(Item item, Observation seen, byte[] wire) {
    for (var subscription : book.inForce(item.partition(), item.offset())) {
      var key = new StandingKey(subscription.id(), seen.siren());
      release(item, subscription, key, seen.asOf());
      var known = standings.of(key);
      apply(item, subscription, seen, wire, AlertPolicy.decide(seen, known, subscription));
    }
  }

  // The day after the one that is over is the one on which the log stands.
  private void onDay(Item item, LocalDate day) throws SQLException {
    var openDay = day.plusDays(1);
    var inForce = book.inForce(item.partition(), item.offset());
    for (var key : standings.due(item.partition(), openDay)) {
      inForce.stream()
          .filter(subscription -> subscription.id().equals(key.subscription()))
          .forEach(subscription -> release(item, subscription, key, openDay));
    }
  }

  private void release(Item item, Subscription subscription, StandingKey key, LocalDate openDay) {
    standings
        .find(key)
        .flatMap(kept -> kept.due(openDay))
        .ifPresent(
            wire -> {
              switch (reader.read(wire, item.partition())) {
                case Reading.Score(var last, _) -> {
                  var decision =
                      AlertPolicy.release(last, standings.of(key), subscription, openDay);
                  apply(item, subscription, last, wire, decision);
                }
                case Reading other -> forget(item, key, other);
              }
            });
  }

  // Held back by a release that refused less. The company's next score decides afresh.
  private void forget(Item item, StandingKey key, Reading unusable) {
    LOG.warnf("a score held back is forgotten: partition=%d %s", item.partition(), unusable);
    standings.put(
        key,
        new KeptStanding(item.partition(), AlertPolicy.forget(standings.of(key)).after(), null));
  }

  private void apply(
      Item item, Subscription subscription, Observation seen, byte[] wire, Decision decision) {
    var key = new StandingKey(subscription.id(), seen.siren());
    var after = decision.after();
    switch (decision) {
      case Raise(AlertState state, LocalDate asOf, _) ->
          tell(item, subscription, seen, Crossing.raised(state, asOf, after.crossings()));
      case Close(CloseReason reason, LocalDate asOf, _) ->
          tell(item, subscription, seen, Crossing.closed(reason, asOf, after.crossings()));
      case Hold _, Overlook _, Nothing _ -> {}
    }
    if (isWorthKeeping(decision, standings.of(key))) {
      standings.put(key, new KeptStanding(item.partition(), after, after.isHeld() ? wire : null));
    }
  }

  // Most companies never come near a threshold: they have no row.
  private static boolean isWorthKeeping(Decision decision, Standing before) {
    var after = decision.after();
    if (after.equals(before)) {
      return after.isHeld();
    }
    var neverAbove = decision instanceof Nothing && after.isBlank() && before.isBlank();
    return !neverAbove;
  }

  private void tell(Item item, Subscription subscription, Observation seen, Crossing crossing) {
    var alert = AlertCut.alert(subscription, seen, crossing, messages.links());
    alerts.add(alert);
    leave(item, messages.alert(alert));
  }

  private void leave(Item item, Outgoing content) {
    var sameRecord =
        !outbox.isEmpty()
            && outbox.getLast().partition() == item.partition()
            && outbox.getLast().offset() == item.offset();
    var rank = sameRecord ? outbox.getLast().rank() + 1 : 0;
    outbox.add(new OutboxRow(item.partition(), item.offset(), rank, content));
  }
}
