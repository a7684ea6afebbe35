package org.vigie.scoring.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.schemas.access.Access.Ground;
import org.vigie.schemas.access.Reader;
import org.vigie.schemas.access.Zone;
import org.vigie.scoring.Scores;
import org.vigie.scoring.Vectors;
import org.vigie.scoring.readmodel.CauseRow;
import org.vigie.scoring.readmodel.ScoreRow;
import org.vigie.scoring.readmodel.Standing;

class DisclosureTest {

  private static final Reader OPERATOR =
      new Reader("vigie-cli", Set.of(), new Zone(false, Set.of()), true);

  /// V: the reader is of the Nord (59) or of the Gironde (33). A: the company was once in alert. F
  /// is always false here: nobody follows a company yet.
  @ParameterizedTest
  @CsvSource({
    "59, true,  score, true",
    "59, false, score, false",
    "33, true,  score, false",
    "33, false, score, false",
    "FR, true,  score, true",
    "FR, false, score, false",
    "59, true,  urssaf, false",
    "59, false, urssaf, false",
    "33, true,  urssaf, false",
    "33, false, urssaf, false",
  })
  void aScoreOpensInZoneOnceInAlertWithTheRight(
      String zone, boolean everInAlert, String right, boolean open) {
    var row = row(everInAlert);

    assertThat(Disclosure.of(row, reader(zone, right)).isPresent()).isEqualTo(open);
  }

  @Test
  void theOperatorReadsEveryCompanyAndEverySection() {
    var disclosure = Disclosure.of(row(false), OPERATOR).orElseThrow();
    var score = (ScoreAnswer.Score) disclosure.answer();

    assertThat(disclosure.ground()).isEqualTo(Ground.OPERATOR);
    assertThat(disclosure.inZone()).isFalse();
    assertThat(score.causes()).extracting(CauseRow::fact).containsExactly("fact-1", "fact-2");
    assertThat(score.masked()).isEmpty();
  }

  @Test
  void aCauseOfAClosedSectionIsLeftOutAndTheSectionIsSaidToBeMasked() {
    var score = score(reader("59", "score"));

    assertThat(score.causes()).extracting(CauseRow::source).containsExactly("effectif");
    assertThat(score.masked())
        .containsEntry("dette_urssaf", "masqué : droit urssaf requis")
        .containsEntry("activite_partielle", "masqué : droit dgefp requis")
        .containsEntry("banque_de_france", "masqué : droit bdf requis")
        .hasSize(3);
  }

  @Test
  void theRightOfASourceOpensItsCauses() {
    var score = score(reader("59", "score", "urssaf"));

    assertThat(score.causes()).extracting(CauseRow::source).containsExactly("debit", "effectif");
    assertThat(score.masked()).doesNotContainKey("dette_urssaf");
  }

  @Test
  void contributionsOfAllThemesAreShownForTheySumToTheScore() {
    assertThat(score(reader("59", "score")).contributions())
        .containsOnlyKeys("dette_urssaf", "profil");
  }

  @Test
  void anAbstentionIsForTheOperatorAlone() {
    var row = new ScoreRow(Scores.opened(Vectors.SIREN, one -> one.setOutcome(Scores.CESSEE)));

    assertThat(Disclosure.of(row, OPERATOR).map(Disclosure::answer))
        .contains(new ScoreAnswer.Abstention(Vectors.SIREN, "abstained", "cessée"));
    assertThat(Disclosure.of(row, reader("59", "score"))).isEmpty();
  }

  @Test
  void anAbstentionBeforeTheScoreIsForTheOperatorAloneToo() {
    var row = new ScoreRow(Scores.opened(Vectors.SIREN, one -> one.setPrevious(Scores.CESSEE)));

    assertThat(((ScoreAnswer.Score) disclosed(row, OPERATOR)).previous())
        .isEqualTo(new Standing.Abstained("cessée"));
    assertThat(((ScoreAnswer.Score) disclosed(row, reader("59", "score"))).previous()).isNull();
  }

  private static ScoreAnswer.Score score(Reader reader) {
    return (ScoreAnswer.Score) disclosed(row(true), reader);
  }

  private static ScoreAnswer disclosed(ScoreRow row, Reader reader) {
    return Disclosure.of(row, reader).map(Disclosure::answer).orElseThrow();
  }

  private static ScoreRow row(boolean everInAlert) {
    return new ScoreRow(Scores.opened(Vectors.SIREN, one -> one.setEverInAlert(everInAlert)));
  }

  private static Reader reader(String zone, String... rights) {
    return Reader.ofClaims("agent", List.of(rights), List.of(zone), false);
  }
}
