package org.vigie.alerts.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.Samples;
import org.vigie.alerts.consume.Observation;
import org.vigie.alerts.subscribe.Subscription;
import org.vigie.schemas.AbstentionReason;
import org.vigie.schemas.AlertState;
import org.vigie.schemas.CloseReason;
import org.vigie.schemas.events.ScoreOutcome;

/// The life of one company under a subscription, and what its administration was told of it: lines
/// such as `2026-02-01 nouvelle`.
final class Life {

  private final List<String> told = new ArrayList<>();
  private final List<CloseReason> closeReasons = new ArrayList<>();
  private Subscription subscription;
  private Standing standing = Standing.UNSEEN;
  private @Nullable ScoreOutcome previous;
  private @Nullable Observation last;
  private boolean everInAlert;

  private Life(Subscription subscription) {
    this.subscription = subscription;
  }

  static Life under(Subscription subscription) {
    return new Life(subscription);
  }

  /// What was before the subscription saw anything.
  Life after(double probability) {
    previous = Samples.measured(probability);
    everInAlert = everInAlert || probability >= Samples.MODERE;
    return this;
  }

  Life scores(String day, double probability) {
    everInAlert = everInAlert || probability >= Samples.MODERE;
    return sees(day, Samples.measured(probability));
  }

  Life abstains(String day, AbstentionReason reason) {
    return sees(day, Samples.unscored(reason));
  }

  Life closesDay(String day) {
    release(LocalDate.parse(day).plusDays(1));
    return this;
  }

  Life resubscribes(Subscription version) {
    subscription = version;
    return this;
  }

  List<String> told() {
    return told;
  }

  /// The reasons of the closes told, in order.
  List<CloseReason> closeReasons() {
    return closeReasons;
  }

  Standing standing() {
    return standing;
  }

  private Life sees(String day, ScoreOutcome outcome) {
    release(LocalDate.parse(day));
    var seen = Samples.seen(day, outcome, previous, everInAlert);
    apply(AlertPolicy.decide(seen, standing, subscription));
    previous = outcome;
    last = seen;
    return this;
  }

  private void release(LocalDate openDay) {
    if (last != null) {
      apply(AlertPolicy.release(last, standing, subscription, openDay));
    }
  }

  private void apply(Decision decision) {
    switch (decision) {
      case Decision.Raise(var state, var asOf, _) -> tell(asOf, state);
      case Decision.Close(var reason, var asOf, _) -> {
        closeReasons.add(reason);
        tell(asOf, AlertState.CLOSE);
      }
      case Decision.Hold _, Decision.Overlook _, Decision.Nothing _ -> {}
    }
    standing = decision.after();
  }

  private void tell(LocalDate asOf, AlertState state) {
    told.add(asOf + " " + state.name().toLowerCase(Locale.ROOT));
  }
}
