package org.vigie.schemas.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.schemas.Abstained;
import org.vigie.schemas.AbstentionReason;
import org.vigie.schemas.Causes;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.Level;
import org.vigie.schemas.Partitions;
import org.vigie.schemas.ProcedureState;
import org.vigie.schemas.Profile;
import org.vigie.schemas.Scored;
import org.vigie.schemas.Thresholds;
import org.vigie.schemas.Topics;

class ScoreCheckTest {

  private static final String SIREN = "552100554";
  private static final int PARTITION = Partitions.of(SIREN);
  private static final double NAN = Double.NaN;

  @Test
  void aScoreThatKeepsTheRulesHasNoFault() {
    assertThat(fault(score(_ -> {}), PARTITION)).isEmpty();
    assertThat(fault(abstention(), PARTITION)).isEmpty();
  }

  static Stream<Arguments> brokenScores() {
    return Stream.of(
        broken("outcome.p18: 7.0 is no probability", one -> one.setP18(7)),
        broken("outcome.p12: -0.1 is no probability", one -> one.setP12(-0.1)),
        broken("outcome.p12: NaN is no probability", one -> one.setP12(NAN)),
        broken("outcome.p24: NaN is no probability", one -> one.setP24(NAN)),
        broken("outcome.p18: 0.1 is below the horizon before, 0.2", one -> one.setP18(0.1)),
        broken("outcome.p24: 0.3 is below the horizon before, 0.31", one -> one.setP18(0.31)),
        broken(
            "outcome.level18: AUCUN, but MODERE by its thresholds",
            one -> one.setLevel18(Level.AUCUN)),
        broken("outcome.thresholds: each horizon", one -> one.setThresholds(List.of())),
        broken("outcome.thresholds: each horizon", one -> one.setThresholds(thresholds(0, 0.3))),
        broken("outcome.thresholds: each horizon", one -> one.setThresholds(thresholds(0.4, 0.3))),
        broken("outcome.thresholds: each horizon", one -> one.setThresholds(thresholds(0.1, 1.1))),
        broken("outcome.thresholds: each horizon", one -> one.setThresholds(thresholds(0.1, NAN))),
        broken("outcome.contributions: one of them", one -> one.setIntercept(NAN)),
        broken(
            "outcome.contributions: one of them",
            one -> one.setContributions(List.of(new Contribution("profil", 1 / 0.0)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenScores")
  void aScoreThatBreaksARuleIsNamedWithItsValue(String fault, Consumer<Scored.Builder> change) {
    assertThat(fault(score(change), PARTITION)).hasValueSatisfying(startsWith(fault));
  }

  @Test
  void theScoreBeforeKeepsTheSameRules() {
    var score = CompanyScore.newBuilder(abstention()).setPrevious(scored(one -> one.setP18(7)));

    assertThat(fault(score.build(), PARTITION)).hasValueSatisfying(startsWith("previous.p18: 7.0"));
  }

  @Test
  void aScoreIsInThePartitionOfItsCompany() {
    int elsewhere = (PARTITION + 1) % Topics.PARTITIONS;

    assertThat(fault(abstention(), elsewhere))
        .hasValue(
            "siren: 552100554 belongs to partition %d, not to %d".formatted(PARTITION, elsewhere));
  }

  @Test
  void aSirenIsNineDigits() {
    var score = CompanyScore.newBuilder(abstention()).setSiren("12345").build();

    assertThat(fault(score, PARTITION)).hasValue("siren: 12345 is not nine digits");
  }

  private static Optional<String> fault(CompanyScore score, int partition) {
    return ScoreCheck.fault(ScoreDoor.open(score), partition);
  }

  private static Consumer<String> startsWith(String text) {
    return fault -> assertThat(fault).startsWith(text);
  }

  private static Arguments broken(String fault, Consumer<Scored.Builder> change) {
    return arguments(fault, change);
  }

  private static CompanyScore score(Consumer<Scored.Builder> change) {
    return CompanyScore.newBuilder(abstention()).setOutcome(scored(change)).build();
  }

  private static CompanyScore abstention() {
    return CompanyScore.newBuilder()
        .setSiren(SIREN)
        .setAsOf(LocalDate.of(2026, 7, 31))
        .setOutcome(new Abstained(AbstentionReason.CESSEE))
        .setEverInAlert(true)
        .setProfile(
            Profile.newBuilder()
                .setDepartements(List.of("59"))
                .setProcedure(ProcedureState.IN_BONIS)
                .setCeased(false)
                .build())
        .setCauses(new Causes(List.of(), 0))
        .build();
  }

  private static Scored scored(Consumer<Scored.Builder> change) {
    var scored =
        Scored.newBuilder()
            .setP12(0.2)
            .setP18(0.25)
            .setP24(0.3)
            .setLevel12(Level.MODERE)
            .setLevel18(Level.MODERE)
            .setLevel24(Level.ELEVE)
            .setIntercept(-2.5)
            .setContributions(List.of(new Contribution("dette_urssaf", 1.5)))
            .setThresholds(thresholds(0.1, 0.3));
    change.accept(scored);
    return scored.build();
  }

  private static List<Thresholds> thresholds(double modere, double eleve) {
    return Collections.nCopies(3, new Thresholds(modere, eleve));
  }
}
