package org.vigie.features;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vigie.features.LogBuilder.COMPTE;
import static org.vigie.features.LogBuilder.SIREN;
import static org.vigie.features.LogBuilder.SIRET;
import static org.vigie.features.LogBuilder.knownOn;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.features.compute.FeatureCatalogue;
import org.vigie.features.facts.Amounts;
import org.vigie.features.stream.Pace;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.Effectif;
import org.vigie.schemas.EffectifCell;
import org.vigie.schemas.Fact;
import org.vigie.schemas.Facts;
import org.vigie.schemas.ModelActivated;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.Thresholds;
import org.vigie.schemas.UniteLegale;

class FeatureTopologyTest {

  private TopologyUnderTest topology;

  @BeforeEach
  void start(@TempDir Path directory) {
    topology = new TopologyUnderTest(directory);
  }

  @AfterEach
  void stop() {
    topology.close();
  }

  @Test
  void aFactThatChangesTheVectorIsPublishedWithItsCause() {
    var march = knownOn("2026-03-10");

    topology.send(march.record("cotisation", march.cotisation("2026-02", 1, 1200)));

    var vector = topology.vectors().getFirst();
    assertThat(vector.getSiren()).isEqualTo(SIREN);
    assertThat(vector.getAsOf()).isEqualTo("2026-03-10");
    assertThat(value(vector, "cotisation")).isEqualTo(1200);
    assertThat(value(vector, "cotisation_age_mois")).isEqualTo(1);
    assertThat(vector.getCauses().getCount()).isEqualTo(1);
    assertThat(vector.getCauses().getFacts().getFirst().getSource()).isEqualTo("cotisation");
  }

  @Test
  void oneRecordGivesAtMostOneVectorAndTellsTwentyCauses() {
    var march = knownOn("2026-03-10");
    var lines =
        IntStream.range(0, 30)
            .mapToObj(i -> march.cotisation("2026-02", 1, 100 + i))
            .toArray(Fact[]::new);

    topology.send(march.record("cotisation", lines));

    assertThat(topology.vectors())
        .singleElement()
        .satisfies(
            vector -> {
              assertThat(vector.getCauses().getFacts()).hasSize(20);
              assertThat(vector.getCauses().getCount()).isEqualTo(30);
            });
  }

  @Test
  void theSameFactAgainPublishesNothing() {
    var march = knownOn("2026-03-10");
    var april = knownOn("2026-03-12").ingestedAs(1);
    topology.send(march.record("cotisation", march.cotisation("2026-02", 1, 1200)));
    topology.vectors();

    topology.send(april.record("cotisation", april.cotisation("2026-02", 1, 1200)));

    assertThat(topology.vectors()).isEmpty();
  }

  @Test
  void aLateOlderVersionChangesNothing() {
    var march = knownOn("2026-03-10").ingestedAs(1);
    var february = knownOn("2026-02-10").ingestedAs(2);
    topology.send(march.record("debit", march.debit("2026-01", "001", 1, "2026-02-03", 100, 400)));
    topology.vectors();

    topology.send(
        february.record("debit", february.debit("2026-01", "001", 1, "2026-02-03", 900, 900)));

    assertThat(topology.vectors()).isEmpty();
  }

  @Test
  void aNewerVersionReplacesAndAWithdrawalRemoves() {
    var march = knownOn("2026-03-10");
    var corrected = knownOn("2026-03-11");
    var withdrawn = knownOn("2026-03-12");
    var line = march.debit("2026-01", "001", 1, "2026-02-03", 100, 400);

    topology.send(march.record("debit", line));
    topology.send(
        corrected.record("debit", corrected.debit("2026-01", "001", 1, "2026-02-03", 50, 400)));
    topology.send(withdrawn.record("debit", withdrawn.retract(line)));

    assertThat(topology.vectors())
        .extracting(vector -> value(vector, "montant_part_ouvriere"))
        .containsExactly(100.0, 50.0, Double.NaN);
  }

  @Test
  void aWithdrawnRowOfHeadcountsTakesItsMonthsAlong() {
    var march = knownOn("2026-03-10");
    var withdrawn = knownOn("2026-03-12");
    var again = knownOn("2026-03-13");
    var row = march.effectif(SIRET, COMPTE, "2026-01", 10, 12);

    topology.send(march.record("effectif", row));
    topology.send(withdrawn.record("effectif", withdrawn.retract(row)));
    topology.send(again.record("effectif", again.effectif(SIRET, COMPTE, "2026-02", 13)));

    assertThat(topology.vectors())
        .extracting(vector -> value(vector, "effectif"))
        .containsExactly(12.0, Double.NaN, 13.0);
  }

  @Test
  void aCorrectedHeadcountIsOneCellOfItsRow() {
    var march = knownOn("2026-03-10");
    var corrected = knownOn("2026-03-12");

    topology.send(march.record("effectif", march.effectif(SIRET, COMPTE, "2025-09", 10, 11, 12)));
    topology.send(corrected.record("effectif", corrected.effectif(SIRET, COMPTE, "2025-11", 20)));

    assertThat(topology.vectors())
        .extracting(
            vector -> value(vector, "effectif"),
            vector -> value(vector, "effectif_past_6"),
            vector -> value(vector, "effectif_reporte"))
        .containsExactly(tuple(12.0, 10.0, 1.0), tuple(20.0, 10.0, 1.0));
  }

  @Test
  void aMonthThatTurnsGivesOneVectorAsOfTheDayAfterTheTwentieth() {
    var march = knownOn("2026-03-10");
    topology.send(march.record("cotisation", march.cotisation("2026-02", 1, 1200)));
    topology.vectors();

    topology.closeDay("2026-05-31");
    topology.letSlicesRun(1);

    assertThat(topology.published())
        .satisfiesExactly(
            vector -> assertTurn(vector, "2026-03-21", 2),
            vector -> assertTurn(vector, "2026-04-21", 3),
            vector -> assertTurn(vector, "2026-05-21", 4),
            control -> assertThat(control).isInstanceOf(DayClosed.class));
  }

  @Test
  void aDayThatTurnsNoMonthPassesOnAtOnce() {
    var march = knownOn("2026-03-10");
    topology.closeDay("2026-03-09");
    topology.letSlicesRun(1);
    topology.send(march.record("cotisation", march.cotisation("2026-02", 1, 1200)));
    topology.published();

    topology.closeDay("2026-03-15");

    assertThat(topology.published()).containsExactly(new DayClosed(LocalDate.parse("2026-03-15")));
  }

  @Test
  void controlRecordsWaitInPlaceBehindADayWithWork() {
    var march = knownOn("2026-03-10");
    topology.send(march.record("cotisation", march.cotisation("2026-02", 1, 1200)));
    topology.published();

    topology.closeDay("2026-03-31");
    topology.barrier("one");
    topology.activate("v2");
    topology.closeDay("2026-04-30");
    topology.barrier("two");
    assertThat(topology.published()).isEmpty();
    topology.letSlicesRun(2);

    assertThat(topology.published())
        .satisfiesExactly(
            vector -> assertThat(((CompanyFeatures) vector).getModel()).isNull(),
            day -> assertThat(day).isEqualTo(new DayClosed(LocalDate.parse("2026-03-31"))),
            barrier -> assertThat(barrier).isEqualTo(new Barrier("one")),
            model -> assertThat(model).isEqualTo(new ModelActivated("v2")),
            vector -> assertThat(((CompanyFeatures) vector).getModel()).isEqualTo("v2"),
            day -> assertThat(day).isEqualTo(new DayClosed(LocalDate.parse("2026-04-30"))),
            barrier -> assertThat(barrier).isEqualTo(new Barrier("two")));
  }

  @Test
  void controlRecordsHaveKeysThatNameTheirKind() {
    topology.activate("v1");
    topology.barrier("one");

    assertThat(topology.publishedRecords())
        .extracting(record -> record.key)
        .containsExactly("control/model", "control/barrier");
  }

  @Test
  void aCompanyHasTheSameVectorsWhetherAFactOrTheScanBringsItUp() {
    var march = knownOn("2026-03-10");
    var may = knownOn("2026-06-02");
    topology.send(march.record("cotisation", march.cotisation("2026-02", 1, 1200)));
    topology.published();
    topology.closeDay("2026-04-30");
    topology.activate("v2");
    topology.closeDay("2026-05-31");

    topology.send(may.record("cotisation", may.cotisation("2026-04", 1, 1300)));
    var broughtByFact = topology.vectors();
    topology.letSlicesRun(2);

    assertThat(broughtByFact)
        .extracting(vector -> vector.getAsOf().toString(), CompanyFeatures::getModel)
        .containsExactly(
            tuple("2026-03-21", null),
            tuple("2026-04-21", null),
            tuple("2026-05-21", "v2"),
            tuple("2026-06-02", "v2"));
    assertThat(topology.vectors()).isEmpty();
  }

  @Test
  void aDayIsPassedOnOnlyWhenEveryCompanyHasFollowed() {
    var march = knownOn("2026-03-10");
    var companies = IntStream.range(0, 100).mapToObj(i -> "%09d".formatted(100 + i)).toList();
    for (var siren : companies) {
      topology.send(
          march.record(siren, "cotisation", List.of(march.cotisation("2026-02", 1, 1200))));
    }
    topology.published();
    topology.closeDay("2026-03-31");

    topology.letSlicesRun(2);
    assertThat(topology.published()).hasSize(80).allMatch(CompanyFeatures.class::isInstance);

    topology.letSlicesRun(1);
    assertThat(topology.published())
        .hasSize(21)
        .last()
        .isEqualTo(new DayClosed(LocalDate.parse("2026-03-31")));
  }

  @Test
  void theAsOfDayIsTheLaterOfTheOpenDayAndTheLatestKnown() {
    topology.closeDay("2026-03-14");
    var early = knownOn("2026-03-01");
    var late = knownOn("2026-03-18");

    topology.send(early.record("cotisation", early.cotisation("2026-01", 1, 1200)));
    topology.send(late.record("cotisation", late.cotisation("2026-02", 1, 1300)));

    assertThat(topology.vectors())
        .extracting(vector -> vector.getAsOf().toString())
        .containsExactly("2026-03-15", "2026-03-18");
  }

  @Test
  void factsOlderThanTheirRetentionAreDropped() {
    var march = knownOn("2026-03-10");
    topology.send(
        march.record(
            "cotisation",
            march.cotisation("2016-02", 1, 900),
            march.cotisation("2016-04", 1, 1000)));

    assertThat(topology.state().keySet())
        .anyMatch(key -> key.contains("|" + LogBuilder.month("2016-04") + "+1"))
        .noneMatch(key -> key.contains("|" + LogBuilder.month("2016-02") + "+1"));
  }

  @Test
  void bytesThatAreNoRecordAreRejectedAndTheRestGoesOn() {
    var march = knownOn("2026-03-10");

    topology.sendBytes("not a record".getBytes(UTF_8));
    topology.sendBytes(new byte[] {0, 0, 0, 0, 1, 99, 99});
    // A text of eight gibibytes, says its length.
    topology.sendBytes(new byte[] {0, 0, 0, 0, 1, 2, -128, -128, -128, -128, 64});
    topology.send(march.record("cotisation", march.cotisation("2026-02", 1, 1200)));

    assertThat(topology.rejections())
        .extracting(rejection -> rejection.getOrigin(), rejection -> rejection.getLine())
        .containsExactly(
            tuple("source-events/0", 0L),
            tuple("source-events/0", 1L),
            tuple("source-events/0", 2L));
    assertThat(topology.vectors()).hasSize(1);
  }

  @Test
  void oneUnusableFactIsRejectedAndTheOthersOfItsRecordCount() {
    var march = knownOn("2026-03-10");
    var good = march.cotisation("2026-02", 1, 1200);
    var wrong = march.cotisation("2026-01", 2, 1200);

    topology.send(march.record("cotisation", wrong, good));

    assertThat(topology.rejections())
        .singleElement()
        .satisfies(
            rejection ->
                assertThat(rejection.getReason())
                    .isEqualTo("a period has 1, 3 or 12 months, not 2"));
    assertThat(topology.vectors()).hasSize(1);
  }

  @Test
  void factsThatNoDayCouldComputeWithAreRejectedAndTheStreamGoesOn() {
    var march = knownOn("2026-03-10");
    var ancient = knownOn("0999-03-10");
    var tooMuch = Amounts.CENTIMES_MAX / 100 + 1;

    topology.send(march.record("cotisation", march.cotisation("2026-02", 1, tooMuch)));
    topology.send(march.record("debit", march.debit("2026-01", "1", 1, "2026-02-03", tooMuch, 0)));
    topology.send(march.record("debit", march.debit("2026-01", "1", 1, "2026-02-03", 0, -tooMuch)));
    topology.send(march.record("effectif", cellOf(march, Integer.MIN_VALUE)));
    topology.send(march.record("effectif", cellOf(march, Integer.MAX_VALUE)));
    topology.send(ancient.record("cotisation", ancient.cotisation("2026-02", 1, 1200)));
    topology.send(march.record("dgfip", march.cotisation("2026-02", 1, 1200)));
    assertThat(topology.state()).isEmpty();
    topology.send(march.record("cotisation", march.cotisation("2026-02", 1, 1200)));

    assertThat(topology.rejections())
        .extracting(rejection -> rejection.getReason())
        .containsExactly(
            "an amount is at most 1000000000000000 centimes, not 1000000000000100",
            "an amount is at most 1000000000000000 centimes, not 1000000000000100",
            "an amount is at most 1000000000000000 centimes, not -1000000000000100",
            "the months of a headcount, and when it is known, are in years of four digits",
            "the months of a headcount, and when it is known, are in years of four digits",
            "a fact is known and ingested in a year of four digits",
            "no section is known for source dgfip");
    assertThat(topology.vectors()).hasSize(1);
  }

  @Test
  void aMonthTurnsWhateverThePossibleFactsOfACompanyAddUpTo() {
    var march = knownOn("2026-03-10");
    var most = Amounts.CENTIMES_MAX / 100;
    // Due in months to come: it is a turn that first sums them.
    var lines =
        IntStream.range(0, 50)
            .mapToObj(i -> march.cotisation("2026-0" + (4 + i % 2), 1, most - i))
            .toArray(Fact[]::new);
    topology.send(march.record("cotisation", lines));
    topology.send(
        march.record(
            "effectif",
            march.effectif(SIRET, COMPTE, "2026-01", Integer.MAX_VALUE),
            march.effectif(SIRET, "other", "2026-01", Integer.MAX_VALUE)));
    topology.vectors();

    topology.closeDay("2026-06-30");
    topology.letSlicesRun(1);

    var vectors = topology.vectors();
    assertThat(vectors)
        .extracting(vector -> vector.getProfile().getHeadcountMax36())
        .containsOnly(Integer.MAX_VALUE);
    assertThat(value(vectors.getLast(), "effectif")).isEqualTo(2.0 * Integer.MAX_VALUE);
    assertThat(value(vectors.getLast(), "cotisation")).isGreaterThan(24.0 * most);
  }

  @Test
  void aTextOfAnyLengthIsKept() {
    var march = knownOn("2026-03-10");
    var name = "é".repeat(70_000);

    topology.send(march.record("sirene_ul", march.uniteLegale(name, "5710", "25.62B")));

    assertThat(topology.vectors())
        .singleElement()
        .satisfies(vector -> assertThat(vector.getProfile().getName()).isEqualTo(name));
    assertThat(topology.rejections()).isEmpty();
  }

  @Test
  void factsWithoutACompanyAreRejected() {
    var march = knownOn("2026-03-10");
    var record = march.record("12", "cotisation", List.of(march.cotisation("2026-02", 1, 1200)));
    assertThat(record.getBody()).isInstanceOf(Facts.class);

    topology.send(record);

    assertThat(topology.rejections()).hasSize(1);
    assertThat(topology.published()).isEmpty();
  }

  @Test
  void factsInAnotherPartitionThanTheirCompanysAreRefusedAndTheStreamGoesOn(
      @TempDir Path directory) {
    var march = knownOn("2026-03-10");
    var fact = march.cotisation("2026-02", 1, 1200);
    // Of twelve partitions this is the first: murmur2 puts the company of the tests into the fifth.
    try (var first =
        new TopologyUnderTest(
            directory.resolve("first"), Pace.USUAL, 12, TopologyUnderTest.sourceRecords())) {
      first.send(march.record("cotisation", fact));
      first.send(march.record("000000001", "cotisation", List.of(fact)));
      first.closeDay("2026-03-10");

      assertThat(first.rejections())
          .singleElement()
          .satisfies(
              rejection -> {
                assertThat(rejection.getReason())
                    .isEqualTo(
                        "facts of siren 732829320 belong in partition 4, not in partition 0");
                assertThat(rejection.getProvider()).isEqualTo("test");
                assertThat(rejection.getDelivery()).isEqualTo("delivery-2026-03-10-0");
                assertThat(rejection.getSource()).isEqualTo("cotisation");
              });
      assertThat(first.vectors())
          .extracting(CompanyFeatures::getSiren)
          .containsExactly("000000001");
      assertThat(first.refused()).isEqualTo(1);
    }
  }

  // As a later release of the schemas would have them.
  @Test
  void bodiesOfAKindThatIsNotKnownAreRefusedAndTheStreamGoesOn(@TempDir Path directory) {
    var march = knownOn("2026-03-10");
    var unknownFact = Fact.newBuilder(march.cotisation("2026-02", 1, 1200)).build();
    unknownFact.put("body", new Barrier("of a kind to come"));
    var records =
        List.of(
                LogBuilder.control(new Thresholds(0.1, 0.2)),
                march.record("cotisation", unknownFact),
                march.record("cotisation", march.cotisation("2026-02", 1, 1200)))
            .iterator();
    try (var log =
        new TopologyUnderTest(directory.resolve("log"), Pace.USUAL, 1, (_, _) -> records.next())) {
      for (var i = 0; i < 3; i++) {
        log.sendBytes(new byte[] {0, 0, 0, 0, 1});
      }

      assertThat(log.rejections())
          .extracting(rejection -> rejection.getReason())
          .containsExactly(
              "this release cannot read a record whose body is a Thresholds",
              "this release cannot read a fact whose body is a Barrier");
      assertThat(log.vectors()).hasSize(1);
      assertThat(log.refused()).isEqualTo(2);
    }
  }

  @Test
  void aCeasingLoadedAsHistoryCountsFromAMonthAfterItOrFromItsDelivery() {
    topology.closeDay("2026-03-30");
    // Delivered on 31 March: ingestion dates the older ceasing by its rule, the other by the day.
    topology.send(history(knownOn("2026-02-10"), "100000001", "2026-01-10"));
    topology.send(history(knownOn("2026-03-31"), "100000002", "2026-03-25"));
    topology.send(history(knownOn("2026-03-31"), "100000003", null));

    assertThat(topology.vectors())
        .extracting(
            vector -> vector.getAsOf().toString(), vector -> vector.getProfile().getCeased())
        .containsExactly(
            tuple("2026-03-31", true), tuple("2026-03-31", true), tuple("2026-03-31", true));
  }

  @Test
  void anOperationThatHoldsABalanceCountsWhateverItsAgeAndTheOrderInWhichItsDebtIsTold() {
    var march = knownOn("2026-03-10");
    var unpaid = march.debit("2009-12", "1", 1, "2010-03-05", 100, 400);
    var late = march.debit("2009-11", "2", 1, "2010-02-05", 900, 900);
    var paid = march.debit("2009-11", "2", 2, "2012-05-05", 0, 0);

    topology.send(march.record("debit", paid));
    topology.send(march.record("debit", unpaid));
    topology.send(march.record("debit", late));

    var last = topology.vectors().getLast();
    assertThat(value(last, "montant_part_ouvriere")).isEqualTo(100);
    assertThat(value(last, "montant_part_patronale")).isEqualTo(400);
    assertThat(value(last, "montant_part_ouvriere_past_36")).isEqualTo(100);
  }

  @Test
  void aContributionForAYearIsKeptByItsLastMonth() {
    var march = knownOn("2026-03-10");

    topology.send(
        march.record(
            "cotisation",
            march.cotisation("2015-04", 12, 900),
            march.cotisation("2015-03", 12, 1)));

    assertThat(topology.state().keySet())
        .anyMatch(key -> key.contains("|" + LogBuilder.month("2015-04") + "+12"))
        .noneMatch(key -> key.contains("|" + LogBuilder.month("2015-03") + "+12"));
  }

  @SuppressWarnings("NullAway") // Avro's builder takes null where the schema says so.
  private static SourceRecord history(
      LogBuilder delivery, String siren, @Nullable String ceasedOn) {
    var active = delivery.uniteLegale("EXEMPLE", "5710", "25.62B");
    var ceased =
        UniteLegale.newBuilder((UniteLegale) active.getBody())
            .setCeased(true)
            .setStateSince(ceasedOn == null ? null : LocalDate.parse(ceasedOn))
            .build();
    var record =
        delivery.record(
            siren, "sirene_ul", List.of(Fact.newBuilder(active).setBody(ceased).build()));
    return SourceRecord.newBuilder(record).setHistory(true).build();
  }

  private static Fact cellOf(LogBuilder delivery, int month) {
    var fact = delivery.effectif(SIRET, COMPTE, "2026-01", 10);
    var known = ((Effectif) fact.getBody()).getCells().getFirst().getKnownAt();
    var cells = List.of(new EffectifCell(month, 10, known));
    return Fact.newBuilder(fact).setBody(new Effectif(SIRET, COMPTE, cells)).build();
  }

  private static void assertTurn(Object published, String asOf, double ageOfContribution) {
    var vector = (CompanyFeatures) published;
    assertThat(vector.getAsOf()).isEqualTo(asOf);
    assertThat(value(vector, "cotisation_age_mois")).isEqualTo(ageOfContribution);
    assertThat(vector.getCauses().getCount()).isZero();
  }

  private static double value(CompanyFeatures vector, String name) {
    var names = FeatureCatalogue.FEATURES.stream().map(feature -> feature.name()).toList();
    return vector.getValues().get(names.indexOf(name));
  }
}
