package org.vigie.alerts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.consume.Observation;
import org.vigie.alerts.cut.AlertLinks;
import org.vigie.alerts.subscribe.Horizon;
import org.vigie.alerts.subscribe.Subscription;
import org.vigie.alerts.subscribe.Terms;
import org.vigie.alerts.subscribe.Trigger;
import org.vigie.alerts.subscribe.Trigger.AtLevel;
import org.vigie.schemas.Abstained;
import org.vigie.schemas.AbstentionReason;
import org.vigie.schemas.Cause;
import org.vigie.schemas.Causes;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.Level;
import org.vigie.schemas.ProcedureState;
import org.vigie.schemas.Profile;
import org.vigie.schemas.Scored;
import org.vigie.schemas.Thresholds;
import org.vigie.schemas.Topics;
import org.vigie.schemas.access.Right;
import org.vigie.schemas.access.Zone;
import org.vigie.schemas.events.ScoreOutcome;
import org.vigie.schemas.events.ScoreOutcome.Measured;
import org.vigie.schemas.events.ScoreOutcome.Unscored;

/// Scores and subscriptions to try things on. Modéré begins at 0.10, élevé at 0.30.
public final class Samples {

  public static final String SIREN = "552100554";
  public static final double MODERE = 0.10;
  public static final double ELEVE = 0.30;
  public static final AlertLinks LINKS =
      new AlertLinks("https://alertes.example", "https://scores.example/", "");
  public static final Zone FRANCE = new Zone(true, Set.of());

  public static final Causes CAUSES =
      new Causes(
          List.of(
              new Cause("debt", "debit", LocalDate.of(2026, 1, 20)),
              new Cause("headcount", "effectif", LocalDate.of(2026, 1, 31))),
          2);

  /// A score of that probability at each horizon.
  public static Scored scored(double probability) {
    var level = level(probability);
    return Scored.newBuilder()
        .setP12(probability)
        .setP18(probability)
        .setP24(probability)
        .setLevel12(level)
        .setLevel18(level)
        .setLevel24(level)
        .setIntercept(-3)
        .setContributions(
            List.of(new Contribution("effectif", 0.2), new Contribution("dette_urssaf", -1.5)))
        .setThresholds(Collections.nCopies(3, new Thresholds(MODERE, ELEVE)))
        .build();
  }

  public static ScoreOutcome measured(double probability) {
    return new Measured(scored(probability));
  }

  public static ScoreOutcome unscored(AbstentionReason reason) {
    return new Unscored(reason);
  }

  public static Profile profile(String... departements) {
    return Profile.newBuilder()
        .setName("ACIERIES DU NORD")
        .setDepartements(List.of(departements))
        .setProcedure(ProcedureState.IN_BONIS)
        .setCeased(false)
        .build();
  }

  public static Observation seen(
      String day, ScoreOutcome outcome, @Nullable ScoreOutcome previous, boolean everInAlert) {
    return new Observation(
        SIREN,
        LocalDate.parse(day),
        "m1",
        outcome,
        previous,
        everInAlert,
        profile("59", "75"),
        CAUSES);
  }

  /// A record of company-scores.
  public static CompanyScore score(
      String siren, String day, Object outcome, @Nullable Object previous) {
    var score =
        CompanyScore.newBuilder()
            .setSiren(siren)
            .setAsOf(LocalDate.parse(day))
            .setOutcome(outcome)
            .setEverInAlert(true)
            .setProfile(profile("59", "75"))
            .setCauses(CAUSES);
    if (previous != null) {
      score.setPrevious(previous);
    }
    return outcome instanceof Abstained ? score.build() : score.setModel("m1").build();
  }

  public static Terms terms(Trigger trigger, String... departements) {
    return new Terms(Horizon.MONTHS_18, trigger, new TreeSet<>(List.of(departements)));
  }

  /// A subscription of an administration that holds all rights on the whole of France.
  public static Subscription subscription(Trigger trigger) {
    return subscription(1, terms(trigger), Set.of(Right.values()), FRANCE);
  }

  public static Subscription subscription(int version, Terms terms, Set<Right> rights, Zone zone) {
    List<Long> starts = new ArrayList<>(Collections.nCopies(Topics.PARTITIONS, 0L));
    var id = Subscription.idOf("dreets-hdf", "veille");
    return new Subscription(id, "dreets-hdf", version, terms, rights, zone, starts, false);
  }

  public static Trigger fromModere() {
    return new AtLevel(Level.MODERE);
  }

  public static Trigger fromEleve() {
    return new AtLevel(Level.ELEVE);
  }

  private static Level level(double probability) {
    if (probability >= ELEVE) {
      return Level.ELEVE;
    }
    return probability >= MODERE ? Level.MODERE : Level.AUCUN;
  }

  private Samples() {}
}
