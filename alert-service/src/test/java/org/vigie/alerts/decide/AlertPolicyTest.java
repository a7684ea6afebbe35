package org.vigie.alerts.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.alerts.Samples.FRANCE;
import static org.vigie.alerts.Samples.fromEleve;
import static org.vigie.alerts.Samples.fromModere;
import static org.vigie.alerts.Samples.subscription;
import static org.vigie.alerts.Samples.terms;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.alerts.subscribe.Trigger.AtThreshold;
import org.vigie.schemas.AbstentionReason;
import org.vigie.schemas.CloseReason;
import org.vigie.schemas.access.Right;
import org.vigie.schemas.access.Zone;

/// How an alert lives. Modéré begins at 0.10 and is left under 0.07; élevé begins at 0.30 and is
/// left under 0.21.
class AlertPolicyTest {

  private static final Set<Right> ALL_RIGHTS = Set.of(Right.values());

  private static Life modere() {
    return Life.under(subscription(fromModere()));
  }

  /// Raised on 1 February, closed on 1 March 2026 from modéré: muted until 1 September.
  private static Life closedFromModere() {
    return modere()
        .scores("2026-01-01", 0.02)
        .scores("2026-02-01", 0.15)
        .scores("2026-03-01", 0.02);
  }

  @Nested
  class States {

    @Test
    void theFirstCrossingEverIsNouvelle() {
      assertThat(modere().scores("2026-01-01", 0.02).scores("2026-02-01", 0.10).told())
          .containsExactly("2026-02-01 nouvelle");
    }

    @Test
    void aFirstScoreAlreadyAboveIsNouvelle() {
      assertThat(modere().scores("2026-01-01", 0.40).told()).containsExactly("2026-01-01 nouvelle");
    }

    @Test
    void stayingAtTheSameLevelTellsNothingMore() {
      assertThat(modere().scores("2026-01-01", 0.15).scores("2026-02-01", 0.25).told())
          .containsExactly("2026-01-01 nouvelle");
    }

    @Test
    void aHigherLevelIsAggravation() {
      assertThat(modere().scores("2026-01-01", 0.15).scores("2026-02-01", 0.30).told())
          .containsExactly("2026-01-01 nouvelle", "2026-02-01 aggravation");
    }

    @Test
    void aLowerLevelIsAmelioration() {
      assertThat(modere().scores("2026-01-01", 0.35).scores("2026-02-01", 0.20).told())
          .containsExactly("2026-01-01 nouvelle", "2026-02-01 amelioration");
    }

    @Test
    void backUnderIsClose() {
      assertThat(closedFromModere().told())
          .containsExactly("2026-02-01 nouvelle", "2026-03-01 close");
    }

    @Test
    void straightFromEleveToUnderIsOneClose() {
      assertThat(modere().scores("2026-01-01", 0.35).scores("2026-02-01", 0.01).told())
          .containsExactly("2026-01-01 nouvelle", "2026-02-01 close");
    }

    @Test
    void aCrossingLessThanEighteenMonthsAfterACloseIsRechute() {
      assertThat(closedFromModere().scores("2027-08-31", 0.15).told())
          .endsWith("2027-08-31 rechute");
    }

    @Test
    void aCrossingEighteenMonthsAfterACloseIsNouvelle() {
      assertThat(closedFromModere().scores("2027-09-01", 0.15).told())
          .endsWith("2027-09-01 nouvelle");
    }

    @Test
    void eachCrossingToldHasTheNextNumber() {
      assertThat(closedFromModere().standing().crossings()).isEqualTo(2);
    }

    @Test
    void aSubscriptionToEleveHearsNothingOfModere() {
      assertThat(
              Life.under(subscription(fromEleve()))
                  .scores("2026-01-01", 0.29)
                  .scores("2026-02-01", 0.30)
                  .scores("2026-03-01", 0.20)
                  .told())
          .containsExactly("2026-02-01 nouvelle", "2026-03-01 close");
    }
  }

  @Nested
  class Hysteresis {

    @Test
    void anAlertStaysDownToSevenTenthsOfTheThreshold() {
      assertThat(modere().scores("2026-01-01", 0.10).scores("2026-02-01", 0.071).told())
          .containsExactly("2026-01-01 nouvelle");
    }

    @Test
    void anAlertClosesUnderSevenTenthsOfTheThreshold() {
      assertThat(modere().scores("2026-01-01", 0.10).scores("2026-02-01", 0.069).told())
          .containsExactly("2026-01-01 nouvelle", "2026-02-01 close");
    }

    @Test
    void eleveIsLeftUnderSevenTenthsOfItsOwnThreshold() {
      assertThat(
              modere()
                  .scores("2026-01-01", 0.30)
                  .scores("2026-02-01", 0.211)
                  .scores("2026-03-01", 0.209)
                  .told())
          .containsExactly("2026-01-01 nouvelle", "2026-03-01 amelioration");
    }

    @Test
    void aCrossingThatComesBackWithinTheBandMakesNoAlert() {
      assertThat(
              modere()
                  .scores("2026-01-01", 0.10)
                  .scores("2026-02-01", 0.08)
                  .scores("2026-03-01", 0.11)
                  .told())
          .containsExactly("2026-01-01 nouvelle");
    }

    @Test
    void theBandAloneRaisesNothing() {
      assertThat(modere().scores("2026-01-01", 0.02).scores("2026-02-01", 0.09).told()).isEmpty();
    }
  }

  @Nested
  class Mute {

    @Test
    void theSameLevelWithinSixMonthsOfACloseIsHeldBack() {
      assertThat(closedFromModere().scores("2026-08-31", 0.15).told())
          .containsExactly("2026-02-01 nouvelle", "2026-03-01 close");
    }

    @Test
    void aHigherLevelIsNotHeldBack() {
      assertThat(closedFromModere().scores("2026-05-01", 0.30).told())
          .endsWith("2026-05-01 rechute");
    }

    @Test
    void whatIsHeldAndRisesHigherIsRaisedAtOnce() {
      assertThat(closedFromModere().scores("2026-05-01", 0.15).scores("2026-06-01", 0.35).told())
          .endsWith("2026-03-01 close", "2026-06-01 rechute");
    }

    @Test
    void whatIsStillAboveWhenItEndsIsRaisedThen() {
      assertThat(
              closedFromModere()
                  .scores("2026-05-01", 0.15)
                  .closesDay("2026-08-30")
                  .closesDay("2026-08-31")
                  .told())
          .endsWith("2026-03-01 close", "2026-09-01 rechute");
    }

    @Test
    void theEndOfTheMuteIsTheSameDayHoweverLateTheLogComesToIt() {
      assertThat(closedFromModere().scores("2026-05-01", 0.15).scores("2026-10-21", 0.16).told())
          .endsWith("2026-03-01 close", "2026-09-01 rechute");
    }

    @Test
    void whatIsHeldAndComesBackWithinTheBandIsStillAbove() {
      assertThat(
              closedFromModere()
                  .scores("2026-05-01", 0.15)
                  .scores("2026-06-01", 0.08)
                  .closesDay("2026-08-31")
                  .told())
          .endsWith("2026-09-01 rechute");
    }

    @Test
    void whatIsNoLongerAboveWhenItEndsIsNeverTold() {
      assertThat(
              closedFromModere()
                  .scores("2026-05-01", 0.15)
                  .scores("2026-06-01", 0.02)
                  .closesDay("2026-08-31")
                  .told())
          .containsExactly("2026-02-01 nouvelle", "2026-03-01 close");
    }

    @Test
    void whatWasRaisedAtItsEndIsNotRaisedAgain() {
      assertThat(
              closedFromModere()
                  .scores("2026-05-01", 0.15)
                  .closesDay("2026-08-31")
                  .closesDay("2026-09-30")
                  .scores("2026-10-01", 0.16)
                  .told())
          .hasSize(3);
    }
  }

  @Nested
  class Procedure {

    @Test
    void aProcedureThatOpensClosesTheAlert() {
      assertThat(
              modere()
                  .scores("2026-01-01", 0.40)
                  .abstains("2026-02-10", AbstentionReason.PROCEDURE_OUVERTE)
                  .told())
          .containsExactly("2026-01-01 nouvelle", "2026-02-10 close");
    }

    @Test
    void aProcedureOfACompanyNotInAlertTellsNothing() {
      assertThat(
              modere()
                  .scores("2026-01-01", 0.02)
                  .abstains("2026-02-10", AbstentionReason.PROCEDURE_OUVERTE)
                  .told())
          .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MODELE_INDISPONIBLE")
    void whateverEndsItsScoringClosesTheAlertWithThatReason(AbstentionReason reason) {
      var life = modere().scores("2026-01-01", 0.40).abstains("2026-02-10", reason);

      assertThat(life.told()).containsExactly("2026-01-01 nouvelle", "2026-02-10 close");
      assertThat(life.closeReasons()).extracting(CloseReason::name).containsExactly(reason.name());
    }

    @Test
    void aCloseUnderTheThresholdSaysSo() {
      assertThat(closedFromModere().closeReasons()).containsExactly(CloseReason.SOUS_LE_SEUIL);
    }

    @Test
    void everyReasonToCloseIsReached() {
      var reasons = EnumSet.of(CloseReason.SOUS_LE_SEUIL);
      for (var reason : AbstentionReason.values()) {
        reasons.addAll(
            modere().scores("2026-01-01", 0.40).abstains("2026-02-10", reason).closeReasons());
      }

      assertThat(reasons).containsExactlyInAnyOrder(CloseReason.values());
    }

    @Test
    void aModelThatCannotBeHadLeavesTheAlertAsItIs() {
      assertThat(
              modere()
                  .scores("2026-01-01", 0.40)
                  .abstains("2026-02-10", AbstentionReason.MODELE_INDISPONIBLE)
                  .scores("2026-03-01", 0.41)
                  .told())
          .containsExactly("2026-01-01 nouvelle");
    }

    @Test
    void anAbstentionDropsWhatTheMuteHeldBack() {
      assertThat(
              closedFromModere()
                  .scores("2026-05-01", 0.15)
                  .abstains("2026-06-01", AbstentionReason.PROCEDURE_OUVERTE)
                  .closesDay("2026-08-31")
                  .told())
          .containsExactly("2026-02-01 nouvelle", "2026-03-01 close");
    }
  }

  @Nested
  class NewSubscription {

    @Test
    void aCompanyAlreadyAboveRaisesNothing() {
      assertThat(modere().after(0.15).scores("2026-02-01", 0.16).told()).isEmpty();
    }

    @Test
    void aCompanyAlreadyAboveIsToldOfWhenItGetsWorse() {
      assertThat(modere().after(0.15).scores("2026-02-01", 0.35).told())
          .containsExactly("2026-02-01 aggravation");
    }

    @Test
    void aCompanyAlreadyAboveIsToldOfWhenItCloses() {
      assertThat(modere().after(0.15).scores("2026-02-01", 0.02).told())
          .containsExactly("2026-02-01 close");
    }

    @Test
    void aCompanyBelowRaisesAsSoonAsItCrosses() {
      assertThat(modere().after(0.05).scores("2026-02-01", 0.15).told())
          .containsExactly("2026-02-01 nouvelle");
    }

    @Test
    void aNewVersionThatAsksForLessRaisesNothingForWhatIsAlreadyAbove() {
      assertThat(
              Life.under(subscription(fromEleve()))
                  .scores("2026-01-01", 0.15)
                  .resubscribes(subscription(2, terms(fromModere()), ALL_RIGHTS, FRANCE))
                  .scores("2026-02-01", 0.16)
                  .told())
          .isEmpty();
    }

    @Test
    void aToldCompanyThatReachesTheHigherLevelOfANewVersionIsAggravation() {
      assertThat(
              modere()
                  .scores("2026-01-01", 0.15)
                  .resubscribes(subscription(2, terms(fromEleve()), ALL_RIGHTS, FRANCE))
                  .scores("2026-02-01", 0.16)
                  .scores("2026-03-01", 0.35)
                  .scores("2026-04-01", 0.02)
                  .told())
          .containsExactly("2026-01-01 nouvelle", "2026-03-01 aggravation", "2026-04-01 close");
    }

    @Test
    void aToldCompanyWhoseCloseNoVersionSawIsRechuteWhenItCrossesTheSameLevelAgain() {
      assertThat(
              modere()
                  .scores("2026-01-01", 0.15)
                  .resubscribes(subscription(3, terms(fromModere()), ALL_RIGHTS, FRANCE))
                  .after(0.02)
                  .scores("2026-03-01", 0.16)
                  .told())
          .containsExactly("2026-01-01 nouvelle", "2026-03-01 rechute");
    }

    @Test
    void anAlertThatWasNeverToldMovesNoClose() {
      var life =
          closedFromModere()
              .resubscribes(subscription(2, terms(fromModere()), ALL_RIGHTS, FRANCE))
              .after(0.15)
              .scores("2026-08-01", 0.16)
              .resubscribes(subscription(3, terms(fromEleve()), ALL_RIGHTS, FRANCE))
              .scores("2026-09-01", 0.16);

      assertThat(life.standing().lastClose())
          .contains(new Closing(LocalDate.parse("2026-03-01"), Rung.MODERE));
    }

    @Test
    void aCompanyNeverToldIsNouvelleWhateverEarlierVersionsKnew() {
      assertThat(
              modere()
                  .after(0.15)
                  .scores("2026-01-01", 0.16)
                  .resubscribes(subscription(2, terms(fromEleve()), ALL_RIGHTS, FRANCE))
                  .scores("2026-02-01", 0.16)
                  .scores("2026-03-01", 0.35)
                  .told())
          .containsExactly("2026-03-01 nouvelle");
    }

    @Test
    void aNewVersionKeepsAnAlertThatStandsWithinTheBand() {
      assertThat(
              modere()
                  .scores("2026-01-01", 0.15)
                  .scores("2026-02-01", 0.08)
                  .resubscribes(subscription(2, terms(fromModere(), "59"), ALL_RIGHTS, FRANCE))
                  .scores("2026-03-01", 0.12)
                  .told())
          .containsExactly("2026-01-01 nouvelle");
    }
  }

  @Nested
  class OwnThreshold {

    private static final double OWN = 0.05;

    private static Life own(double threshold) {
      return Life.under(subscription(new AtThreshold(threshold)));
    }

    @Test
    void belowModereNothingIsRaisedForACompanyThatWasNeverInAlert() {
      assertThat(own(OWN).scores("2026-01-01", 0.01).scores("2026-02-01", 0.06).told()).isEmpty();
    }

    @Test
    void belowModereTheFirstAlertIsNouvelleOnceTheCompanyIsInAlert() {
      assertThat(
              own(OWN)
                  .scores("2026-01-01", 0.01)
                  .scores("2026-02-01", 0.06)
                  .scores("2026-03-01", 0.12)
                  .told())
          .containsExactly("2026-03-01 nouvelle");
    }

    @Test
    void belowModereACompanyOnceInAlertIsToldOf() {
      assertThat(own(OWN).after(0.15).after(0.01).scores("2026-02-01", 0.06).told())
          .containsExactly("2026-02-01 nouvelle");
    }

    @Test
    void theLevelsAboveItAreAggravations() {
      assertThat(
              own(0.2)
                  .scores("2026-01-01", 0.15)
                  .scores("2026-02-01", 0.22)
                  .scores("2026-03-01", 0.35)
                  .told())
          .containsExactly("2026-02-01 nouvelle", "2026-03-01 aggravation");
    }
  }

  @Nested
  class Sight {

    @Test
    void aCompanyOutsideTheDepartementsRaisesNothing() {
      assertThat(
              Life.under(subscription(1, terms(fromModere(), "13"), ALL_RIGHTS, FRANCE))
                  .scores("2026-01-01", 0.40)
                  .told())
          .isEmpty();
    }

    @Test
    void aCompanyOutsideTheZoneRaisesNothing() {
      var elsewhere = new Zone(false, Set.of("13"));
      assertThat(
              Life.under(subscription(1, terms(fromModere()), ALL_RIGHTS, elsewhere))
                  .scores("2026-01-01", 0.40)
                  .told())
          .isEmpty();
    }

    @Test
    void withoutTheRightScoreNothingIsRaised() {
      assertThat(
              Life.under(subscription(1, terms(fromModere()), Set.of(Right.URSSAF), FRANCE))
                  .scores("2026-01-01", 0.40)
                  .told())
          .isEmpty();
    }

    @Test
    void oneOfItsDepartementsIsEnough() {
      assertThat(
              Life.under(subscription(1, terms(fromModere(), "75"), ALL_RIGHTS, FRANCE))
                  .scores("2026-01-01", 0.40)
                  .told())
          .containsExactly("2026-01-01 nouvelle");
    }
  }
}
