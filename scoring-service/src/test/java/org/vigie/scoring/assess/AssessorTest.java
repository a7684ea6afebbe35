package org.vigie.scoring.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.vigie.scoring.Vectors.IN_DEBT;
import static org.vigie.scoring.Vectors.SOUND;
import static org.vigie.scoring.Vectors.profile;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.schemas.AbstentionReason;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.schemas.ProcedureState;
import org.vigie.schemas.Profile;
import org.vigie.schemas.events.ScoreOutcome;
import org.vigie.schemas.events.ScoreOutcome.Measured;
import org.vigie.schemas.events.ScoreOutcome.Unscored;
import org.vigie.scoring.Bundles;
import org.vigie.scoring.Vectors;

class AssessorTest {

  private static final double NAN = Double.NaN;

  private final Assessor tiny =
      new Assessor(Bundles.shelf().find(Vectors.TINY).orElseThrow().predictor());

  @AfterEach
  void close() {
    tiny.close();
  }

  @Test
  void aCompanyInThePerimeterIsScored() {
    assertThat(assess(Vectors.of(SOUND))).isInstanceOf(Measured.class);
    assertThat(assess(Vectors.of(SOUND)).isInAlert()).isFalse();
    assertThat(assess(Vectors.of(IN_DEBT)).isInAlert()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IN_BONIS")
  void aCompanyInProcedureIsNotScored(ProcedureState state) {
    assertThat(assess(with(one -> one.setProcedure(state))))
        .isEqualTo(new Unscored(AbstentionReason.PROCEDURE_OUVERTE));
  }

  static Stream<Arguments> profilesOutOfThePerimeter() {
    return Stream.of(
        arguments(AbstentionReason.CESSEE, change(one -> one.setCeased(true))),
        arguments(
            AbstentionReason.ENTREPRENEUR_INDIVIDUEL, change(one -> one.setLegalCategory("1000"))),
        arguments(AbstentionReason.HORS_PERIMETRE, change(one -> one.clearHeadcountMax36())),
        arguments(AbstentionReason.HORS_PERIMETRE, change(one -> one.setHeadcountMax36(9))),
        arguments(
            AbstentionReason.PROCEDURE_OUVERTE,
            change(one -> one.setCeased(true).setProcedure(ProcedureState.LIQUIDATION))),
        arguments(
            AbstentionReason.CESSEE, change(one -> one.setCeased(true).setLegalCategory("1000"))),
        arguments(
            AbstentionReason.ENTREPRENEUR_INDIVIDUEL,
            change(one -> one.setLegalCategory("1000").clearHeadcountMax36())));
  }

  @ParameterizedTest
  @MethodSource("profilesOutOfThePerimeter")
  void theFirstReasonOfTheEnumerationIsGiven(
      AbstentionReason reason, Consumer<Profile.Builder> change) {
    assertThat(assess(with(change))).isEqualTo(new Unscored(reason));
  }

  @Test
  void tenEmployeesAreEnoughAndAnUnknownLegalCategoryDoesNoHarm() {
    assertThat(assess(with(one -> one.setHeadcountMax36(10).clearLegalCategory())))
        .isInstanceOf(Measured.class);
  }

  @Test
  void withoutAKnownContributionTooLittleIsKnownWhateverIsOwed() {
    assertThat(assess(Vectors.of(List.of(NAN, 0.0, NAN, 50.0, 300.0, 62.0))))
        .isEqualTo(new Unscored(AbstentionReason.TROP_PEU_CONNU));
    assertThat(assess(Vectors.of(List.of(0.0, NAN, NAN, NAN, NAN, NAN))))
        .isInstanceOf(Measured.class);
  }

  @Test
  void withoutTheModelThatTheVectorNamesThereIsNoScore() {
    assertThat(Assessor.assess(Vectors.of(SOUND), Optional.empty()))
        .isEqualTo(new Unscored(AbstentionReason.MODELE_INDISPONIBLE));
  }

  @Test
  void aVectorOfAnotherCatalogueIsNotScored() {
    assertThat(assess(Vectors.of(SOUND, one -> one.setCatalogue("2-00000000"))))
        .isEqualTo(new Unscored(AbstentionReason.MODELE_INDISPONIBLE));
  }

  @Test
  void whoTheCompanyIsComesBeforeWhetherThereIsAModel() {
    assertThat(Assessor.assess(with(one -> one.setCeased(true)), Optional.empty()))
        .isEqualTo(new Unscored(AbstentionReason.CESSEE));
  }

  private ScoreOutcome assess(CompanyFeatures vector) {
    return Assessor.assess(vector, Optional.of(tiny));
  }

  private static CompanyFeatures with(Consumer<Profile.Builder> change) {
    return Vectors.of(SOUND, one -> one.setProfile(profile(change)));
  }

  private static Consumer<Profile.Builder> change(Consumer<Profile.Builder> change) {
    return change;
  }
}
