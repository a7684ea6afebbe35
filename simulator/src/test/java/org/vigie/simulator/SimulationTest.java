package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {

  @TempDir Path directory;

  @Test
  void theSameSeedGivesTheSameBytes() throws Exception {
    assertThat(fingerprints("once", 150, 42)).isEqualTo(fingerprints("again", 150, 42));
  }

  @Test
  void theLanguageOfTheMachineChangesNothing() throws Exception {
    var here = fingerprints("here", 60, 42);
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(fingerprints("elsewhere", 60, 42)).isEqualTo(here);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void anotherSeedGivesAnotherCountry() throws Exception {
    assertThat(fingerprints("one", 60, 42).values())
        .doesNotContainAnyElementsOf(fingerprints("two", 60, 43).values());
  }

  @Test
  void everyDeliveryHasItsFolderAndTheTruthLiesBeside() throws Exception {
    var written = Simulation.of(new SimulationPlan(80, 2, 1)).writeTo(directory, Progress.silent());
    try (var entries = Files.list(directory)) {
      assertThat(entries.map(entry -> entry.getFileName().toString()))
          .containsExactlyInAnyOrder("2025-06-22", "2025-07-22", "2025-08-22", "truth.csv");
    }
    assertThat(written.deliveries()).isEqualTo(3);
  }

  @Test
  void progressCountsEveryCompany() throws IOException {
    var last = new int[2];
    Simulation.of(new SimulationPlan(25, 0, 1))
        .writeTo(
            directory,
            (done, total) -> {
              assertThat(done).isEqualTo(last[0] + 1);
              last[0] = done;
              last[1] = total;
            });
    assertThat(last).containsExactly(25, 25);
  }

  @Test
  void aLineIsSaidAtEachTenthOfTheCountry() throws IOException {
    var lines = new ArrayList<String>();
    Simulation.of(new SimulationPlan(25, 0, 1)).writeTo(directory, Progress.tenths(lines::add));
    assertThat(lines).hasSize(10).startsWith("3 of 25 companies written");
    assertThat(lines).endsWith("25 of 25 companies written");
  }

  @Test
  void aDirectoryThatHoldsAnythingIsRefused() throws IOException {
    Files.writeString(directory.resolve("notes.txt"), "mine");
    var simulation = Simulation.of(new SimulationPlan(1, 0, 1));
    assertThatThrownBy(() -> simulation.writeTo(directory, Progress.silent()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(directory.toString())
        .hasMessageContaining("empty");
  }

  @Test
  void aPlanOutOfBoundsIsRefused() {
    assertThatThrownBy(() -> new SimulationPlan(0, 12, 1)).hasMessageContaining("companies");
    assertThatThrownBy(() -> new SimulationPlan(500_001, 12, 1)).hasMessageContaining("companies");
    assertThatThrownBy(() -> new SimulationPlan(10, 61, 1)).hasMessageContaining("months");
    assertThatThrownBy(() -> new SimulationPlan(10, -1, 1)).hasMessageContaining("months");
  }

  private SortedMap<String, String> fingerprints(String name, int companies, long seed)
      throws IOException, NoSuchAlgorithmException {
    var root = directory.resolve(name);
    Simulation.of(new SimulationPlan(companies, 4, seed)).writeTo(root, Progress.silent());
    var found = new TreeMap<String, String>();
    try (var files = Files.walk(root)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        found.put(root.relativize(file).toString(), HexFormat.of().formatHex(digest));
      }
    }
    return found;
  }
}
