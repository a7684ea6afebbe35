package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.features.LogBuilder.COMPTE;
import static org.vigie.features.LogBuilder.SIRET;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.schemas.Fact;
import org.vigie.schemas.SourceRecord;

/// Between two closed days, only the set of facts counts: not their order, not how often they come,
/// not how records split them.
class FactOrderTest {

  /// A fact, and what its record says of it.
  private record Told(LogBuilder delivery, String source, Fact fact) {}

  @Property(tries = 25)
  void anyOrderRepetitionAndSplitGivesTheSameStateAndVector(
      @ForAll("facts") List<Told> facts, @ForAll Random random) throws IOException {
    var shuffled = new ArrayList<>(facts);
    shuffled.addAll(facts.subList(0, random.nextInt(facts.size())));
    Collections.shuffle(shuffled, random);

    assertThat(outcome(split(shuffled, random))).isEqualTo(outcome(split(facts, random)));
  }

  @Provide
  Arbitrary<List<Told>> facts() {
    return fact().list().ofMinSize(1).ofMaxSize(25).map(FactOrderTest::ranked);
  }

  /// Deliveries of four facts, each fact on a line of its own: no two versions have one rank.
  private static List<Told> ranked(List<Told> facts) {
    var ranked = new ArrayList<Told>();
    for (var i = 0; i < facts.size(); i++) {
      var told = facts.get(i);
      var fact = Fact.newBuilder(told.fact()).setPlace(i).build();
      ranked.add(new Told(told.delivery().ingestedAs(i / 4), told.source(), fact));
    }
    return ranked;
  }

  private static Arbitrary<Told> fact() {
    // Few keys and days, so that versions of one fact meet.
    var delivery =
        Arbitraries.integers()
            .between(1, 28)
            .map(day -> new LogBuilder(LocalDate.of(2026, 3, day), 0));
    var month = Arbitraries.integers().between(1, 4).map("2026-0%d"::formatted);
    var amount = Arbitraries.longs().between(-500, 3000);
    var small = Arbitraries.integers().between(1, 4);
    return Arbitraries.oneOf(
        Combinators.combine(delivery, month, amount)
            .as((d, m, a) -> new Told(d, "cotisation", d.cotisation(m, 1, a))),
        Combinators.combine(delivery, month, small, amount)
            .as((d, m, h, a) -> new Told(d, "debit", d.debit(m, "1", h, m + "-1" + h, a, 2 * a))),
        Combinators.combine(delivery, month, small)
            .as((d, m, n) -> new Told(d, "effectif", d.effectif(SIRET, COMPTE, m, n, n + 1))),
        Combinators.combine(delivery, small)
            .as(
                (d, n) ->
                    new Told(d, "effectif", d.retract(d.effectif(SIRET, COMPTE, "2026-01", n)))),
        Combinators.combine(delivery, month)
            .as((d, m) -> new Told(d, "debit", d.retract(d.debit(m, "1", 1, m + "-11", 0, 0)))),
        Combinators.combine(delivery, small)
            .as(
                (d, n) ->
                    new Told(d, "sirene", d.etablissement("0000" + n, "2" + n, n == 1, null))),
        Combinators.combine(delivery, small)
            .as(
                (d, n) ->
                    new Told(d, "procol", d.procol("sauvegarde", "ouverture", "2026-03-0" + n))));
  }

  /// Records of one to four facts of one delivery and source.
  private static List<SourceRecord> split(List<Told> facts, Random random) {
    var records = new ArrayList<SourceRecord>();
    for (var i = 0; i < facts.size(); ) {
      var first = facts.get(i);
      var together = new ArrayList<Fact>();
      var most = 1 + random.nextInt(4);
      while (i < facts.size()
          && together.size() < most
          && facts.get(i).delivery().ingestion() == first.delivery().ingestion()
          && facts.get(i).source().equals(first.source())) {
        together.add(facts.get(i++).fact());
      }
      records.add(first.delivery().record(first.source(), together.toArray(Fact[]::new)));
    }
    return records;
  }

  private static Map<String, Object> outcome(List<SourceRecord> records) throws IOException {
    var directory = Files.createTempDirectory("feature-service");
    try (var topology = new TopologyUnderTest(directory)) {
      topology.closeDay("2026-02-28");
      records.forEach(topology::send);
      var last = topology.vectors().getLast();
      var outcome = topology.state();
      outcome.put("vector", essence(last));
      return outcome;
    } finally {
      delete(directory);
    }
  }

  /// A vector without the record that happened to change it last.
  private static List<Object> essence(CompanyFeatures vector) {
    return List.of(vector.getCatalogue(), vector.getValues(), vector.getProfile());
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
