package org.vigie.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.features.LogBuilder.knownOn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.features.stream.Pace;
import org.vigie.schemas.CompanyFeatures;

/// How a closed day's work is cut decides when a vector comes, and nothing else.
class PaceTest {

  private static final List<String> SIRENS = List.of("100000001", "100000002");

  /// The vectors of each company, in order, and what the stores hold at the end.
  private record Outcome(
      Map<String, List<CompanyFeatures>> vectors, Map<String, Object> state, int firstSlice) {}

  @Property(tries = 10)
  void eachCompanyHasTheSameVectorsWhateverTheSlice(
      @ForAll @IntRange(min = 1, max = 3) int companies,
      @ForAll @IntRange(min = 1, max = 150) int vectors,
      @ForAll @IntRange(min = 0, max = 40) int slicesBeforeTheFact)
      throws IOException {
    var whole = outcome(new Pace(40, 100_000), 1);

    var cut = outcome(new Pace(companies, vectors), slicesBeforeTheFact);

    assertThat(cut.vectors()).isEqualTo(whole.vectors());
    assertThat(cut.state()).isEqualTo(whole.state());
  }

  @Test
  void aSliceStopsWithinACompanyWhenItsVectorsAreSpent() throws IOException {
    var outcome = outcome(new Pace(40, 7), 1);

    assertThat(outcome.firstSlice()).isBetween(1, 7);
    assertThat(outcome.vectors().get(SIRENS.getFirst())).hasSizeGreaterThan(100);
  }

  /// Companies known since 2013 meet their first closed days when their first fact is already too
  /// old to be kept, with a model in between and a fact on the way.
  private static Outcome outcome(Pace pace, int slicesBeforeTheFact) throws IOException {
    var directory = Files.createTempDirectory("feature-service");
    try (var topology = new TopologyUnderTest(directory, pace)) {
      var known = knownOn("2013-01-10");
      for (var siren : SIRENS) {
        topology.send(
            known.record(siren, "cotisation", List.of(known.cotisation("2012-01", 12, 1200))));
        topology.send(
            known.record(
                siren,
                "sirene",
                List.of(
                    known.etablissement("00074", "21", true, null),
                    known.etablissement("00082", "21", false, "2019-05-05"))));
        topology.send(
            known.record(
                siren,
                "procol",
                List.of(
                    known.procol("sauvegarde", "ouverture", "2014-02-03"),
                    known.procol("sauvegarde", "plan_continuation", "2014-04-07"))));
      }
      var published = new ArrayList<>(topology.vectors());
      topology.closeDay("2023-06-30");
      topology.activate("v2");
      topology.closeDay("2024-03-31");
      // The plan of 2014 ends: no month turns with this day.
      topology.closeDay("2024-04-06");

      topology.letSlicesRun(1);
      var slice = topology.vectors();
      published.addAll(slice);
      topology.letSlicesRun(slicesBeforeTheFact);
      var late = knownOn("2024-03-05").ingestedAs(1);
      topology.send(
          late.record(
              SIRENS.get(1),
              "cotisation",
              List.of(late.cotisation("2012-01", 12, 1200), late.cotisation("2024-01", 1, 900))));
      topology.letSlicesRun(300);
      published.addAll(topology.vectors());
      return new Outcome(bySiren(published), topology.state(), slice.size());
    } finally {
      delete(directory);
    }
  }

  private static Map<String, List<CompanyFeatures>> bySiren(List<CompanyFeatures> vectors) {
    var bySiren = new TreeMap<String, List<CompanyFeatures>>();
    for (var vector : vectors) {
      bySiren.computeIfAbsent(vector.getSiren(), _ -> new ArrayList<>()).add(vector);
    }
    return bySiren;
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
