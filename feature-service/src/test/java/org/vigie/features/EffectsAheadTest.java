package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vigie.features.LogBuilder.SIREN;
import static org.vigie.features.LogBuilder.knownOn;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.features.compute.FeatureCatalogue;
import org.vigie.features.compute.VectorAsOf;
import org.vigie.features.facts.FactVersion;
import org.vigie.features.facts.Retention;
import org.vigie.features.state.FactStore;
import org.vigie.features.state.StateStores;
import org.vigie.features.stream.Pace;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.ProcedureState;

/// What is known with a day ahead shows in the vector that is published on that day.
class EffectsAheadTest {

  private static final LogBuilder MARCH = knownOn("2026-03-10");

  private Path directory;
  private TopologyUnderTest topology;

  @BeforeEach
  void start(@TempDir Path directory) {
    this.directory = directory;
    topology = new TopologyUnderTest(directory);
    closeDay("2026-03-09");
  }

  @AfterEach
  void stop() {
    topology.close();
  }

  @Test
  void aClosingDatedAheadIsPublishedWhenItsDayOpens() {
    topology.send(MARCH.record("sirene", MARCH.etablissement("00074", "21", true, "2026-04-03")));
    assertThat(topology.vectors()).extracting(EffectsAheadTest::active).containsExactly(1.0);
    closeDay("2026-04-01");
    topology.published();

    topology.closeDay("2026-04-02");
    assertThat(topology.published()).isEmpty();
    topology.letSlicesRun(1);

    assertThat(topology.published())
        .satisfiesExactly(
            vector -> {
              assertThat(((CompanyFeatures) vector).getAsOf()).isEqualTo("2026-04-03");
              assertThat(active((CompanyFeatures) vector)).isZero();
              assertThat(((CompanyFeatures) vector).getCauses().getCount()).isZero();
            },
            day -> assertThat(day).isEqualTo(new DayClosed(LocalDate.parse("2026-04-02"))));
  }

  @Test
  void aDayOnWhichNothingIsDuePassesAtOnce() {
    topology.send(MARCH.record("sirene", MARCH.etablissement("00074", "21", true, "2026-04-03")));
    topology.published();

    topology.closeDay("2026-03-12");

    assertThat(topology.published()).containsExactly(new DayClosed(LocalDate.parse("2026-03-12")));
  }

  @Test
  void daysClosedAsOneStopAtTurnsAndEffectsInOrder() {
    topology.send(
        MARCH.record(
            "procol",
            MARCH.procol("sauvegarde", "ouverture", "2026-03-15"),
            MARCH.procol("sauvegarde", "fin_procedure", "2026-04-03"),
            MARCH.procol("liquidation", "ouverture", "2026-06-15")));
    topology.vectors();

    closeDay("2026-05-31");

    assertThat(topology.vectors())
        .extracting(
            vector -> vector.getAsOf().toString(), vector -> vector.getProfile().getProcedure())
        .containsExactly(
            tuple("2026-03-15", ProcedureState.SAUVEGARDE),
            tuple("2026-03-21", ProcedureState.SAUVEGARDE),
            tuple("2026-04-03", ProcedureState.IN_BONIS),
            tuple("2026-04-21", ProcedureState.IN_BONIS),
            tuple("2026-05-21", ProcedureState.IN_BONIS));
  }

  @Test
  void aCompanyHasTheSameVectorsWhetherAFactOrTheScanBringsItUp() {
    topology.send(MARCH.record("sirene", MARCH.etablissement("00074", "21", true, "2026-03-14")));
    topology.published();
    topology.closeDay("2026-03-13");
    topology.activate("v2");
    topology.closeDay("2026-03-17");
    var late = knownOn("2026-03-18").ingestedAs(1);

    topology.send(late.record("cotisation", late.cotisation("2026-02", 1, 1300)));
    assertThat(topology.vectors())
        .extracting(vector -> vector.getAsOf().toString(), CompanyFeatures::getModel)
        .containsExactly(tuple("2026-03-14", null), tuple("2026-03-18", "v2"));
    topology.letSlicesRun(2);

    assertThat(topology.vectors()).isEmpty();
  }

  @Test
  void aDayThatALaterFactHasMovedChangesNothing() {
    topology.send(MARCH.record("sirene", MARCH.etablissement("00074", "21", true, "2026-03-14")));
    var corrected = knownOn("2026-03-11").ingestedAs(1);
    topology.send(
        corrected.record("sirene", corrected.etablissement("00074", "21", true, "2026-03-16")));
    topology.vectors();

    closeDay("2026-03-13");
    closeDay("2026-03-14");
    assertThat(topology.vectors()).isEmpty();
    closeDay("2026-03-15");

    assertThat(topology.vectors())
        .extracting(vector -> vector.getAsOf().toString())
        .containsExactly("2026-03-16");
  }

  @Test
  void companiesThatAreDueFollowInSlices() {
    topology.close();
    topology = new TopologyUnderTest(directory.resolve("small"), new Pace(3, 2));
    closeDay("2026-03-09");
    for (var siren : IntStream.range(100, 107).mapToObj("%09d"::formatted).toList()) {
      topology.send(
          MARCH.record(
              siren, "procol", List.of(MARCH.procol("sauvegarde", "ouverture", "2026-03-15"))));
    }
    topology.published();

    topology.closeDay("2026-03-14");
    topology.letSlicesRun(1);
    assertThat(topology.published()).hasSize(2).allMatch(CompanyFeatures.class::isInstance);
    topology.letSlicesRun(3);

    assertThat(topology.published())
        .hasSize(6)
        .last()
        .isEqualTo(new DayClosed(LocalDate.parse("2026-03-14")));
  }

  @Test
  void whatIsAnsweredOnADayIsWhatWasLastPublished() {
    topology.send(
        MARCH.record(
            "sirene",
            MARCH.etablissement("00074", "21", true, null),
            MARCH.etablissement("00082", "2A", false, "2026-04-03"),
            MARCH.etablissement("00090", "2A", false, "2025-05-07")));
    topology.send(
        MARCH.record(
            "procol",
            MARCH.procol("redressement", "ouverture", "2016-01-04"),
            MARCH.procol("redressement", "plan_continuation", "2016-05-11"),
            MARCH.procol("sauvegarde", "ouverture", "2026-04-17")));
    topology.send(
        MARCH.record(
            "debit",
            MARCH.debit("2026-01", "1", 1, "2026-02-03", 100, 200),
            MARCH.debit("2026-01", "1", 2, "2026-05-02", 0, 0),
            MARCH.debit("2015-01", "2", 1, "2015-02-03", 50, 0)));
    topology.send(MARCH.record("cotisation", MARCH.cotisation("2016-01", 12, 1200)));
    var last = topology.vectors().getLast();

    for (var day = MARCH.knownOn(); day.getYear() == 2026; day = day.plusDays(1)) {
      closeDay(day.toString());
      last = topology.vectors().stream().reduce(last, (_, next) -> next);

      assertThat(answered(day.plusDays(1))).as("on %s", day).isEqualTo(last.getValues());
    }
  }

  private List<Double> answered(LocalDate day) {
    var facts = FactStore.read(topology.<FactVersion>store(StateStores.FACTS), SIREN);
    var vector = VectorAsOf.compute(facts.asOf(day, new Retention(120)), day);
    return Arrays.stream(vector.values()).boxed().toList();
  }

  private void closeDay(String day) {
    topology.closeDay(day);
    topology.letSlicesRun(1);
  }

  private static double active(CompanyFeatures vector) {
    var names = FeatureCatalogue.FEATURES.stream().map(feature -> feature.name()).toList();
    return vector.getValues().get(names.indexOf("etablissements_actifs"));
  }
}
