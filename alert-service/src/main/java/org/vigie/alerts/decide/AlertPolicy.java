package org.vigie.alerts.decide;

import java.time.LocalDate;
import java.util.Optional;
import org.vigie.alerts.consume.Observation;
import org.vigie.alerts.decide.Decision.Close;
import org.vigie.alerts.decide.Decision.Hold;
import org.vigie.alerts.decide.Decision.Nothing;
import org.vigie.alerts.decide.Decision.Overlook;
import org.vigie.alerts.decide.Decision.Raise;
import org.vigie.alerts.subscribe.Subscription;
import org.vigie.schemas.AbstentionReason;
import org.vigie.schemas.AlertState;
import org.vigie.schemas.CloseReason;
import org.vigie.schemas.Scored;
import org.vigie.schemas.events.ScoreOutcome;
import org.vigie.schemas.events.ScoreOutcome.Measured;
import org.vigie.schemas.events.ScoreOutcome.Unscored;

/// How an alert lives. Time is the as-of day of scores and the days that the log closes; nothing
/// here reads a clock.
public final class AlertPolicy {

  /// What an observation means to a subscription for which the company stood as known.
  public static Decision decide(Observation seen, Standing known, Subscription subscription) {
    return switch (seen.outcome()) {
      case Measured(Scored scored) -> onScore(scored, seen, known, subscription);
      case Unscored(AbstentionReason reason) -> onAbstention(reason, seen, known, subscription);
    };
  }

  /// What becomes of a crossing that the mute held back, when the log stands at a day: still above
  /// at the end of the mute, it is told as of that end, however late the log comes to it.
  ///
  /// @param last the company's latest score, since held back
  public static Decision release(
      Observation last, Standing known, Subscription subscription, LocalDate openDay) {
    var end = known.heldUntil();
    if (end.isEmpty() || openDay.isBefore(end.get())) {
      return new Nothing(known);
    }
    var rung =
        standAfter(Optional.of(last.outcome()), known.held(), subscription).orElse(Rung.NONE);
    if (rung == Rung.NONE || !mayTell(last, subscription)) {
      return new Nothing(known.holding(Rung.NONE));
    }
    return new Raise(AlertState.RECHUTE, end.get(), known.told(AlertState.RECHUTE, rung));
  }

  /// What becomes of a crossing that was held back when its score can no longer be read: nothing is
  /// told, and the next score decides.
  public static Decision forget(Standing known) {
    return new Nothing(known.holding(Rung.NONE));
  }

  private static Decision onScore(
      Scored scored, Observation seen, Standing known, Subscription subscription) {
    if (!mayTell(seen, subscription)) {
      return overlook(scored, known, subscription);
    }
    var standing = asSeenBy(subscription, known, seen);
    var rung =
        ladder(subscription).stand(scored, standing.isHeld() ? standing.held() : standing.rung());
    return standing.isInAlert()
        ? onAlert(rung, seen.asOf(), standing)
        : onQuiet(rung, seen.asOf(), standing);
  }

  private static Decision onAlert(Rung rung, LocalDate asOf, Standing standing) {
    if (rung == standing.rung()) {
      return new Nothing(standing);
    }
    if (rung == Rung.NONE) {
      return new Close(CloseReason.SOUS_LE_SEUIL, asOf, standing.closed(asOf));
    }
    var state = rung.isAbove(standing.rung()) ? AlertState.AGGRAVATION : AlertState.AMELIORATION;
    return new Raise(state, asOf, standing.told(state, rung));
  }

  private static Decision onQuiet(Rung rung, LocalDate asOf, Standing standing) {
    if (rung == Rung.NONE) {
      return new Nothing(standing.holding(Rung.NONE));
    }
    var close = standing.lastClose();
    if (standing.isLeftUntold()) {
      var higher = close.isEmpty() || rung.isAbove(close.get().from());
      var state = higher ? AlertState.AGGRAVATION : AlertState.RECHUTE;
      return new Raise(state, asOf, standing.told(state, rung));
    }
    if (close.isPresent() && close.get().mutes(rung, asOf)) {
      return new Hold(standing.holding(rung));
    }
    var relapse = close.isPresent() && close.get().isRecent(asOf);
    var state = relapse ? AlertState.RECHUTE : AlertState.NOUVELLE;
    return new Raise(state, asOf, standing.told(state, rung));
  }

  private static Decision onAbstention(
      AbstentionReason reason, Observation seen, Standing known, Subscription subscription) {
    var standing = asSeenBy(subscription, known, seen);
    return standing.isInAlert() && mayTell(seen, subscription)
        ? closing(reason)
            .<Decision>map(why -> new Close(why, seen.asOf(), standing.closed(seen.asOf())))
            .orElseGet(() -> new Nothing(standing))
        : new Nothing(standing.holding(Rung.NONE));
  }

  // Empty where the model is what lacks: that says nothing of the company, and its alert stands.
  private static Optional<CloseReason> closing(AbstentionReason reason) {
    return switch (reason) {
      case PROCEDURE_OUVERTE -> Optional.of(CloseReason.PROCEDURE_OUVERTE);
      case CESSEE -> Optional.of(CloseReason.CESSEE);
      case ENTREPRENEUR_INDIVIDUEL -> Optional.of(CloseReason.ENTREPRENEUR_INDIVIDUEL);
      case HORS_PERIMETRE -> Optional.of(CloseReason.HORS_PERIMETRE);
      case TROP_PEU_CONNU -> Optional.of(CloseReason.TROP_PEU_CONNU);
      case MODELE_INDISPONIBLE -> Optional.empty();
    };
  }

  private static Decision overlook(Scored scored, Standing known, Subscription subscription) {
    var rung = ladder(subscription).stand(scored, Rung.NONE);
    return known.isInAlert() || rung == Rung.NONE
        ? new Nothing(known.holding(Rung.NONE))
        : new Overlook(known.adopted(subscription.version(), Rung.NONE).holding(Rung.NONE));
  }

  // A version that has not looked at the company yet takes for known where it stood before: it
  // raises nothing for a company already above. What the mute holds stays held.
  private static Standing asSeenBy(Subscription subscription, Standing known, Observation seen) {
    if (known.version() == subscription.version()) {
      return known;
    }
    if (known.isHeld()) {
      return known.adopted(subscription.version(), Rung.NONE);
    }
    var rung = standAfter(seen.previous(), known.rung(), subscription).orElse(known.rung());
    return known.isInAlert() && rung == Rung.NONE
        ? known.left(subscription.version(), seen.asOf())
        : known.adopted(subscription.version(), rung);
  }

  private static Optional<Rung> standAfter(
      Optional<ScoreOutcome> outcome, Rung from, Subscription subscription) {
    return outcome.flatMap(
        each ->
            each instanceof Measured(Scored scored)
                ? Optional.of(ladder(subscription).stand(scored, from))
                : Optional.empty());
  }

  private static boolean mayTell(Observation seen, Subscription subscription) {
    return subscription.mayBeToldOf(seen.departements(), seen.everInAlert());
  }

  private static Ladder ladder(Subscription subscription) {
    return new Ladder(subscription.terms());
  }

  private AlertPolicy() {}
}
