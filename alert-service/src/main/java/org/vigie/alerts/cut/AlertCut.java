package org.vigie.alerts.cut;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.alerts.consume.Observation;
import org.vigie.alerts.subscribe.Fingerprint;
import org.vigie.alerts.subscribe.Subscription;
import org.vigie.schemas.AlertEvent;
import org.vigie.schemas.Cause;
import org.vigie.schemas.Causes;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.Masked;
import org.vigie.schemas.Risk;
import org.vigie.schemas.Scored;
import org.vigie.schemas.access.Access;
import org.vigie.schemas.access.AccessPolicy;
import org.vigie.schemas.access.Section;
import org.vigie.schemas.events.ScoreOutcome;

/// Writes the alert of a crossing, cut to the rights of the administration to which it goes.
///
/// What is masked follows from rights and zone alone, so that it never tells whether a value
/// exists.
public final class AlertCut {

  /// The alert that tells a crossing.
  ///
  /// @param links where its administration can read more
  public static AlertEvent alert(
      Subscription subscription, Observation seen, Crossing crossing, AlertLinks links) {
    var cut = new AlertCut(subscription, seen);
    var id = Fingerprint.of(subscription.id(), seen.siren(), Integer.toString(crossing.number()));
    var alert =
        AlertEvent.newBuilder()
            .setId(id)
            .setAdministration(subscription.administration())
            .setSubscription(subscription.id())
            .setSiren(seen.siren())
            .setName(seen.profile().getName())
            .setDepartements(seen.departements())
            .setState(crossing.state())
            .setHorizon(subscription.terms().horizon().months())
            .setCrossing(crossing.number())
            .setAsOf(crossing.asOf())
            .setThemes(cut.themes())
            .setCauses(cut.causes())
            .setMasked(cut.masked())
            .setLinks(links.of(id, seen.siren(), cut.score(seen.outcome()).isPresent()));
    crossing.closeReason().ifPresent(alert::setCloseReason);
    cut.score(seen.outcome()).map(cut::risk).ifPresent(alert::setAfter);
    cut.score(seen.outcome()).flatMap(_ -> seen.scoredBy()).ifPresent(alert::setModel);
    seen.previous().flatMap(cut::score).map(cut::risk).ifPresent(alert::setBefore);
    return alert.build();
  }

  private final Subscription subscription;
  private final Observation seen;

  private AlertCut(Subscription subscription, Observation seen) {
    this.subscription = subscription;
    this.seen = seen;
  }

  private Risk risk(Scored scored) {
    var horizon = subscription.terms().horizon();
    return new Risk(horizon.level(scored), scored.getP12(), scored.getP18(), scored.getP24());
  }

  // All themes or none: they sum to the score, so hiding one would hide nothing.
  private List<Contribution> themes() {
    return score(seen.outcome()).stream()
        .flatMap(scored -> scored.getContributions().stream())
        .sorted(
            Comparator.comparingDouble((Contribution theme) -> Math.abs(theme.getValue()))
                .reversed()
                .thenComparing(Contribution::getTheme))
        .toList();
  }

  // The true count stands only where nothing is masked: elsewhere it would tell what is hidden.
  private Causes causes() {
    List<Cause> open =
        seen.causes().getFacts().stream()
            .filter(cause -> isOpen(Section.ofSource(cause.getSource())))
            .toList();
    return new Causes(open, masked().isEmpty() ? seen.causes().getCount() : open.size());
  }

  private List<Masked> masked() {
    return Arrays.stream(Section.values())
        .flatMap(
            section ->
                access(section) instanceof Access.Masked(String text)
                    ? Optional.of(new Masked(section.group(), text)).stream()
                    : Optional.<Masked>empty().stream())
        .toList();
  }

  private boolean isOpen(Section section) {
    return access(section).isOpen();
  }

  private Access access(Section section) {
    return AccessPolicy.decide(
        subscription.reader(),
        section,
        subscription.standing(seen.departements(), seen.everInAlert()));
  }

  // Empty when the company was not scored, and when its score is closed to the administration.
  private Optional<Scored> score(ScoreOutcome outcome) {
    return outcome instanceof ScoreOutcome.Measured(Scored scored) && isOpen(Section.SCORE)
        ? Optional.of(scored)
        : Optional.empty();
  }
}
