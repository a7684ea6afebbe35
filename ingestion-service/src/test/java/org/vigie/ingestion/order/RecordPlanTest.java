package org.vigie.ingestion.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vigie.ingestion.parse.Outcome.Parsed;
import org.vigie.ingestion.parse.Version;
import org.vigie.schemas.AvroBinary;
import org.vigie.schemas.Fact;
import org.vigie.schemas.Facts;
import org.vigie.schemas.Procol;
import org.vigie.schemas.events.FactBody.OfProcol;

class RecordPlanTest {

  // Of Kafka's default for a message, less what stands around the facts.
  private static final int BROKER_BYTES_MAX = 1_000_000;

  private static final LocalDate DAY = LocalDate.parse("2026-01-01");

  @Test
  void theFactsOfACompanyTravelTogetherInOrderOfNaturalKey() throws IOException {
    var tally = new Tally();
    var records =
        plan(List.of(row("2", "b", "x"), row("1", "c", "x"), row("2", "a", "x")), tally, 10);

    assertThat(records).extracting(CompanyRecord::siren).containsExactly("1", "2");
    assertThat(records).extracting(CompanyRecord::number).containsExactly(0, 1);
    assertThat(records.getLast().facts()).extracting(Fact::getKey).containsExactly("a", "b");
    assertThat(records.getLast().facts()).extracting(Fact::getPlace).containsExactly(3L, 1L);
    assertThat(tally.counts().facts()).isEqualTo(3);
  }

  @Test
  void aRowThatSaysTheSameAgainIsARepeatAndOneThatSaysOtherwiseAVersion() throws IOException {
    var tally = new Tally();
    var rows =
        List.of(row("1", "a", "x"), row("1", "a", "x"), row("1", "a", "y"), row("1", "a", "x"));
    var facts = plan(rows, tally, 10).getFirst().facts();

    assertThat(facts).extracting(Fact::getPlace).containsExactly(1L, 3L, 4L);
    assertThat(facts).extracting(Fact::getId).containsOnly(facts.getFirst().getId());
    assertThat(tally.counts().valid()).isEqualTo(2);
    assertThat(tally.counts().repeated()).isEqualTo(2);
  }

  @Test
  void aRowThatRepeatsAnEarlierOneAfterAnotherVersionStandsAgainAndCountsAsARepeat()
      throws IOException {
    var tally = new Tally();
    var rows =
        List.of(row("1", "a", "x"), row("1", "a", "y"), row("1", "a", "x"), row("1", "b", "x"));
    var facts = plan(rows, tally, 10).getFirst().facts();

    assertThat(facts).extracting(Fact::getPlace).containsExactly(1L, 2L, 3L, 4L);
    assertThat(facts.get(2).getBody()).isEqualTo(facts.get(0).getBody());
    assertThat(tally.counts().valid()).isEqualTo(3);
    assertThat(tally.counts().repeated()).isEqualTo(1);
  }

  @Test
  void aRecordHoldsAtMost500Facts() throws IOException {
    var rows = new ArrayList<Parsed>();
    for (int i = 0; i < 1_201; i++) {
      rows.add(row("1", "k" + i, "x"));
    }
    var records = plan(rows, new Tally(), 1_000_000);
    assertThat(records).extracting(r -> r.facts().size()).containsExactly(500, 500, 201);
    assertThat(records).extracting(CompanyRecord::number).containsExactly(0, 1, 2);
  }

  @Test
  void noRecordExceedsWhatABrokerTakesInOneMessage() throws IOException {
    // Of three bytes in UTF-8 each; a key has at most 256 characters.
    var key = "€".repeat(256 - 4);
    for (int stageChars : List.of(1, 400, 1_000, 10_000, 500_000)) {
      var rows = new ArrayList<Parsed>();
      for (int i = 0; i < 1_000 && (long) i * stageChars < 4_000_000; i++) {
        var version = row("1", key + "%04d".formatted(i), "x".repeat(stageChars)).versions();
        var twice = List.of(version.getFirst(), version.getFirst());
        rows.add(new Parsed("1", key + "%04d".formatted(i), twice, false));
      }
      assertThat(plan(rows, new Tally(), 1_000_000))
          .allSatisfy(
              record ->
                  assertThat(new AvroBinary<>(Facts.class).write(new Facts(record.facts())))
                      .hasSizeLessThan(BROKER_BYTES_MAX));
    }
  }

  @Test
  void aRowThatIsTooLargeForARecordIsLeftOut() throws IOException {
    try (var sorter = RowSorter.inMemory()) {
      assertThat(sorter.hold(row("1", "a", "x".repeat(1_000_000)), 1)).isFalse();
      assertThat(sorter.hold(row("1", "a", "x".repeat(500_000)), 2)).isTrue();
      assertThat(RecordPlan.of(sorter, "delivery", new Tally()).next().facts()).hasSize(1);
    }
  }

  @Property(tries = 200)
  void whatIsPlannedDependsOnTheContentAloneNotOnTheMemoryAtHand(
      @ForAll @Size(max = 60) List<@IntRange(max = 30) Integer> content,
      @ForAll @IntRange(min = 1, max = 70) int rowsHeld)
      throws IOException {
    var rows = content.stream().map(n -> row("" + n % 3, "k" + n % 7, "v" + n % 2)).toList();
    var tally = new Tally();
    var spilled = plan(rows, tally, rowsHeld);

    assertThat(spilled).isEqualTo(plan(rows, new Tally(), 1_000));
    assertThat(tally.counts().valid()).isEqualTo(rows.stream().distinct().count());
    assertThat(tally.counts().valid() + tally.counts().repeated()).isEqualTo(rows.size());
  }

  @Property(tries = 100)
  void anyOrderOfDistinctRowsMakesTheSameRecordsButForTheirPlaces(
      @ForAll @Size(max = 40) List<@IntRange(max = 1_000) Integer> content, @ForAll long seed)
      throws IOException {
    var rows =
        new ArrayList<>(
            content.stream().distinct().map(n -> row("" + n % 5, "k" + n, "x")).toList());
    var records = keys(plan(rows, new Tally(), 10));
    Collections.shuffle(rows, new Random(seed));
    assertThat(keys(plan(rows, new Tally(), 10))).isEqualTo(records);
  }

  private static List<String> keys(List<CompanyRecord> records) {
    return records.stream()
        .map(r -> r.siren() + r.facts().stream().map(f -> f.getKey() + f.getId()).toList())
        .toList();
  }

  private static List<CompanyRecord> plan(List<Parsed> rows, Tally tally, int rowsHeld)
      throws IOException {
    var scratch = Files.createTempDirectory("plan");
    try (var sorter = new RowSorter(scratch, rowsHeld)) {
      for (int i = 0; i < rows.size(); i++) {
        sorter.add(rows.get(i), i + 1L);
      }
      var records = new ArrayList<CompanyRecord>();
      RecordPlan.of(sorter, "delivery", tally).forEachRemaining(records::add);
      return records;
    } finally {
      delete(scratch);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.newDirectoryStream(directory)) {
      for (var file : files) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }

  private static Parsed row(String siren, String key, String stage) {
    var body = new OfProcol(new Procol("00000000000000", "liquidation", stage, DAY));
    return new Parsed(siren, key, List.of(new Version(DAY, Instant.EPOCH, body)), false);
  }
}
