package org.vigie.alerts.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.alerts.Samples.FRANCE;
import static org.vigie.alerts.Samples.LINKS;
import static org.vigie.alerts.Samples.SIREN;
import static org.vigie.alerts.Samples.fromModere;
import static org.vigie.alerts.Samples.measured;
import static org.vigie.alerts.Samples.seen;
import static org.vigie.alerts.Samples.subscription;
import static org.vigie.alerts.Samples.terms;
import static org.vigie.alerts.Samples.unscored;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.alerts.subscribe.Subscription;
import org.vigie.schemas.AbstentionReason;
import org.vigie.schemas.AlertEvent;
import org.vigie.schemas.AlertState;
import org.vigie.schemas.Cause;
import org.vigie.schemas.CloseReason;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.Level;
import org.vigie.schemas.Masked;
import org.vigie.schemas.access.Right;
import org.vigie.schemas.access.Zone;
import org.vigie.schemas.events.ScoreOutcome;

class AlertCutTest {

  private static final Zone ELSEWHERE = new Zone(false, Set.of("13"));
  private static final Set<Right> ALL = Set.of(Right.values());

  /// V: the zone meets the company. A: it was once in alert. F: a person follows it; a subscribed
  /// administration follows nothing, so that F changes nothing here.
  @ParameterizedTest(name = "V={0} A={1} F={2}")
  @CsvSource({
    "true,  true,  true,  true",
    "true,  true,  false, true",
    "true,  false, true,  false",
    "true,  false, false, false",
    "false, true,  true,  false",
    "false, true,  false, false",
    "false, false, true,  false",
    "false, false, false, false"
  })
  void theScoreAndTheDebtsOpenInZoneAndOnceInAlert(
      boolean inZone, boolean everInAlert, boolean followedBySomeone, boolean open) {
    var alert = alert(ALL, inZone ? FRANCE : ELSEWHERE, everInAlert);

    assertThat(alert.getAfter() != null).isEqualTo(open);
    assertThat(alert.getBefore() != null).isEqualTo(open);
    assertThat(alert.getModel() != null).isEqualTo(open);
    assertThat(alert.getThemes().isEmpty()).isNotEqualTo(open);
    assertThat(sources(alert)).contains("effectif");
    assertThat(sources(alert).contains("debit")).isEqualTo(open);
    assertThat(alert.getMasked().isEmpty()).isEqualTo(open);
  }

  @Test
  void withoutTheRightUrssafItsCausesAreMasked() {
    var alert = alert(Set.of(Right.SCORE, Right.DGEFP, Right.BDF), FRANCE, true);

    assertThat(sources(alert)).containsExactly("effectif");
    assertThat(alert.getMasked())
        .containsExactly(new Masked("dette_urssaf", "masqué : droit urssaf requis"));
  }

  @Test
  void whereSomethingIsMaskedTheCountTellsOnlyWhatIsShown() {
    assertThat(alert(Set.of(Right.SCORE), FRANCE, true).getCauses().getCount()).isEqualTo(1);
    assertThat(alert(ALL, FRANCE, true).getCauses().getCount()).isEqualTo(2);
  }

  @Test
  void aSectionIsMaskedByRightWhetherItHasCausesOrNot() {
    assertThat(alert(Set.of(Right.SCORE), FRANCE, true).getMasked())
        .extracting(Masked::getSection)
        .containsExactly("dette_urssaf", "activite_partielle", "banque_de_france");
  }

  @Test
  void theRightScoreShowsTheContributionsOfAllThemesTheStrongestFirst() {
    assertThat(alert(Set.of(Right.SCORE), FRANCE, true).getThemes())
        .extracting(Contribution::getTheme)
        .containsExactly("dette_urssaf", "effectif");
  }

  @Test
  void withoutTheRightScoreNoProbabilityLevelOrThemeIsLeft() {
    var alert = alert(Set.of(Right.URSSAF), FRANCE, true);

    assertThat(alert.getAfter()).isNull();
    assertThat(alert.getBefore()).isNull();
    assertThat(alert.getThemes()).isEmpty();
  }

  @Test
  void itCarriesTheRiskBeforeAndAfter() {
    var alert = alert(ALL, FRANCE, true);

    assertThat(alert.getAfter().getP18()).isEqualTo(0.35);
    assertThat(alert.getAfter().getLevel()).isEqualTo(Level.ELEVE);
    assertThat(alert.getBefore().getP18()).isEqualTo(0.05);
  }

  @Test
  void ofACompanyNoLongerScoredItCarriesTheRiskBeforeAlone() {
    var procedure = unscored(AbstentionReason.PROCEDURE_OUVERTE);
    var alert =
        AlertCut.alert(
            subscription(fromModere()),
            seen("2026-02-01", procedure, measured(0.35), true),
            Crossing.closed(CloseReason.PROCEDURE_OUVERTE, LocalDate.parse("2026-02-01"), 2),
            LINKS);

    assertThat(alert.getAfter()).isNull();
    assertThat(alert.getModel()).isNull();
    assertThat(alert.getBefore().getLevel()).isEqualTo(Level.ELEVE);
  }

  @Test
  void aCloseCarriesItsReason() {
    assertThat(close(CloseReason.CESSEE, unscored(AbstentionReason.CESSEE)).getCloseReason())
        .isEqualTo(CloseReason.CESSEE);
    assertThat(alert(ALL, FRANCE, true).getCloseReason()).isNull();
  }

  @Test
  void aCrossingWithoutItsReasonOrWithAReasonThatIsNoneOfItsOwnIsNotMade() {
    var day = LocalDate.parse("2026-02-01");

    assertThatThrownBy(() -> Crossing.raised(AlertState.CLOSE, day, 1))
        .hasMessageContaining("a close carries its reason");
    assertThatThrownBy(() -> new Crossing(AlertState.NOUVELLE, CloseReason.SOUS_LE_SEUIL, day, 1))
        .hasMessageContaining("nothing else does");
  }

  @Test
  void itsLinksNameTheServiceThatAnswersThem() {
    var alert = alert(ALL, FRANCE, true);

    assertThat(alert.getLinks())
        .containsExactly(
            "https://alertes.example/alerts/" + alert.getId(),
            "https://scores.example/scores/" + SIREN,
            "/companies/" + SIREN + "/features",
            "/companies/" + SIREN + "/history");
  }

  @Test
  void ofACompanyNoLongerScoredNoLinkLeadsToAScore() {
    assertThat(close(CloseReason.CESSEE, unscored(AbstentionReason.CESSEE)).getLinks())
        .hasSize(3)
        .noneMatch(link -> link.contains("/scores/"));
  }

  @Test
  void itsIdFollowsFromSubscriptionSirenAndCrossingAlone() {
    assertThat(alert(ALL, FRANCE, true).getId())
        .isEqualTo(alert(Set.of(Right.SCORE), FRANCE, true).getId())
        .matches("[0-9a-f]{32}");
  }

  private static List<String> sources(AlertEvent alert) {
    return alert.getCauses().getFacts().stream().map(Cause::getSource).toList();
  }

  private static AlertEvent close(CloseReason reason, ScoreOutcome outcome) {
    return AlertCut.alert(
        subscription(fromModere()),
        seen("2026-02-01", outcome, measured(0.35), true),
        Crossing.closed(reason, LocalDate.parse("2026-02-01"), 2),
        LINKS);
  }

  private static AlertEvent alert(Set<Right> rights, Zone zone, boolean everInAlert) {
    Subscription subscription = subscription(1, terms(fromModere()), rights, zone);
    return AlertCut.alert(
        subscription,
        seen("2026-02-01", measured(0.35), measured(0.05), everInAlert),
        Crossing.raised(AlertState.NOUVELLE, LocalDate.parse("2026-02-01"), 1),
        LINKS);
  }
}
