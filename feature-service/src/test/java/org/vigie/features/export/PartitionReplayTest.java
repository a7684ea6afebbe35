package org.vigie.features.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vigie.features.LogBuilder.COMPTE;
import static org.vigie.features.LogBuilder.SIRET;
import static org.vigie.features.LogBuilder.knownOn;
import static org.vigie.features.LogBuilder.month;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.features.LogBuilder;
import org.vigie.features.TopologyUnderTest;
import org.vigie.features.compute.FeatureCatalogue;
import org.vigie.features.facts.Retention;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.Perimeter;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.events.SourceDoor;

class PartitionReplayTest {

  private static final Retention RETENTION = new Retention(120);

  private final PartitionReplay replay = new PartitionReplay();

  @Test
  void aRowHoldsWhatWasKnownOnItsDay() {
    var march = knownOn("2026-03-10");
    var may = knownOn("2026-05-02");
    take(march.record("cotisation", march.cotisation("2026-02", 1, 1200)));
    take(may.record("cotisation", may.cotisation("2026-03", 1, 1300)));
    closeDay("2026-05-31");

    assertThat(rows("2026-01", "2026-12"))
        .extracting(row -> row.vector().asOf().toString(), row -> row.vector().values()[0])
        .containsExactly(
            tuple("2026-03-21", 1200.0), tuple("2026-04-21", 1200.0), tuple("2026-05-21", 1300.0));
  }

  @Test
  void aFactCountsFromTheOpenDayWhenItCameAfterItWasKnown() {
    var march = knownOn("2026-03-10");
    closeDay("2026-04-30");
    take(march.record("cotisation", march.cotisation("2026-02", 1, 1200)));
    closeDay("2026-05-31");

    assertThat(rows("2026-01", "2026-12"))
        .extracting(row -> row.vector().asOf().toString())
        .containsExactly("2026-05-21");
  }

  @Test
  void aFactOfADeliveryOfHistoryCountsFromTheDayItWasKnown() {
    var march = knownOn("2026-03-10");
    closeDay("2026-04-30");
    take(history(march.record("cotisation", march.cotisation("2026-02", 1, 1200))));

    assertThat(rows("2026-01", "2026-12"))
        .extracting(row -> row.vector().asOf().toString())
        .containsExactly("2026-03-21", "2026-04-21");
  }

  @Test
  void aClosingLoadedAsHistoryIsNotKnownBeforeAMonthAfterIt() {
    takeClosing("2026-03-15", "2026-04-15");

    assertThat(rows("2026-02", "2026-05"))
        .extracting(row -> value(row, "etablissements_actifs"))
        .containsExactly(2.0, 2.0, 1.0, 1.0);
  }

  @Test
  void aClosingOfLessThanAMonthBeforeItsDeliveryIsKnownWithTheDelivery() {
    takeClosing("2026-03-15", "2026-03-20");

    assertThat(rows("2026-02", "2026-05"))
        .extracting(row -> value(row, "etablissements_actifs"))
        .containsExactly(2.0, 1.0, 1.0, 1.0);
  }

  private void take(SourceRecord record) {
    replay.take(SourceDoor.open(record));
  }

  /// History as ingestion dates it: open from the creation, closed from when that was known.
  private void takeClosing(String day, String known) {
    var created = knownOn("2010-05-03");
    var closed = knownOn(known);
    closeDay("2026-06-30");
    take(
        history(
            created.record(
                "sirene",
                created.etablissement("00074", "21", true, null),
                created.etablissement("00082", "21", false, null),
                closed.etablissement("00082", "21", false, day))));
  }

  @Test
  void rowsAreTheVectorsThatTheStreamPublishedOnThoseDays(@TempDir Path directory) {
    try (var stream = new TopologyUnderTest(directory)) {
      var march = knownOn("2026-03-10");
      var april = knownOn("2026-04-11").ingestedAs(1);
      var records =
          List.of(
              march.record(
                  "cotisation",
                  march.cotisation("2026-01", 1, 1200),
                  march.cotisation("2026-02", 1, 1200)),
              march.record("debit", march.debit("2026-02", "1", 1, "2026-03-04", 100, 400)),
              LogBuilder.control(new DayClosed(LocalDate.parse("2026-04-10"))),
              april.record("debit", april.debit("2026-02", "1", 2, "2026-04-04", 50, 40)),
              LogBuilder.control(new DayClosed(LocalDate.parse("2026-06-30"))));
      for (var record : records) {
        stream.send(record);
        stream.letSlicesRun(2);
        take(record);
      }

      var published =
          stream.vectors().stream()
              .filter(vector -> vector.getAsOf().getDayOfMonth() == 21)
              .map(vector -> vector.getAsOf() + " " + vector.getValues())
              .toList();

      assertThat(rows("2026-03", "2026-06"))
          .extracting(
              row ->
                  row.vector().asOf() + " " + Arrays.stream(row.vector().values()).boxed().toList())
          .containsExactlyElementsOf(published)
          .hasSize(4);
    }
  }

  @Test
  void aLineHasAsManyCellsAsTheHeader() {
    var march = knownOn("2026-03-10");
    take(march.record("cotisation", march.cotisation("2026-02", 1, 1200)));
    closeDay("2026-03-31");

    var line = rows("2026-03", "2026-03").getFirst().line();

    assertThat(line).startsWith("732829320,2026-03-21,1200.0,2.0,").endsWith(",1,,,0,0");
    assertThat(line.split(",", -1)).hasSameSizeAs(TrainingRow.header().split(","));
  }

  /// Each row with the answer that [org.vigie.schemas.Perimeter] gives scoring-service for the
  /// company's published vector.
  @Test
  void aRowIsScorableWhereScoringWouldScoreItsVector(@TempDir Path directory) {
    var scorable = new ArrayList<String>();
    try (var stream = new TopologyUnderTest(directory)) {
      var march = knownOn("2026-03-10");
      var april = knownOn("2026-04-11").ingestedAs(1);
      var records =
          List.of(
              march.record("debit", march.debit("2026-02", "1", 1, "2026-03-04", 0, 0)),
              march.record("effectif", march.effectif(SIRET, COMPTE, "2026-02", 12)),
              LogBuilder.control(new DayClosed(LocalDate.parse("2026-04-10"))),
              april.record("cotisation", april.cotisation("2026-03", 1, 1200)),
              LogBuilder.control(new DayClosed(LocalDate.parse("2026-05-31"))));
      for (var record : records) {
        stream.send(record);
        stream.letSlicesRun(2);
        take(record);
      }
      stream.vectors().stream()
          .filter(vector -> vector.getAsOf().getDayOfMonth() == 21)
          .map(
              vector ->
                  vector.getAsOf()
                      + " "
                      + Perimeter.exclusion(
                              Perimeter.Company.of(vector.getProfile()),
                              vector.getValues().getFirst())
                          .isEmpty())
          .forEach(scorable::add);
    }

    assertThat(rows("2026-03", "2026-05"))
        .extracting(row -> row.vector().asOf() + " " + row.isScorable())
        .containsExactlyElementsOf(scorable)
        .containsExactly("2026-03-21 false", "2026-04-21 true", "2026-05-21 true");
    assertThat(rows("2026-03", "2026-05"))
        .extracting(row -> row.line().substring(row.line().lastIndexOf(',') + 1))
        .containsExactly("0", "1", "1");
  }

  private List<TrainingRow> rows(String from, String to) {
    return replay.rows(month(from), month(to), RETENTION).toList();
  }

  private void closeDay(String day) {
    take(LogBuilder.control(new DayClosed(LocalDate.parse(day))));
  }

  private static SourceRecord history(SourceRecord record) {
    return SourceRecord.newBuilder(record).setHistory(true).build();
  }

  private static double value(TrainingRow row, String name) {
    var names = FeatureCatalogue.FEATURES.stream().map(feature -> feature.name()).toList();
    return row.vector().values()[names.indexOf(name)];
  }
}
