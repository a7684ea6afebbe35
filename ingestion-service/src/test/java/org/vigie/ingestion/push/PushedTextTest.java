package org.vigie.ingestion.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vigie.ingestion.delivery.Source;
import org.vigie.kit.http.ProblemException;

/// Whatever a partner writes into a member of any source, its push is planned or refused.
class PushedTextTest {

  private static final int LONG = 60_000;
  private static final PushInstant PUSHED =
      new PushInstant(Instant.parse("2026-08-01T10:00:00Z"), true);

  @Property(tries = 400)
  void aLongTextInAnyColumnIsPlannedOrRefused(
      @ForAll Source source, @ForAll("longTexts") String text, @ForAll("columns") int column) {
    var columns = source.requiredColumns();
    var bad = columns.get(column % columns.size());
    var members =
        columns.stream()
            .map(name -> '"' + name + "\":\"" + (name.equals(bad) ? text : usual(name)) + '"')
            .collect(Collectors.joining(","));
    var body = "[{" + members + ",\"eff202611\":\"" + text + "\"}]";
    try {
      var reader = new PushReader(PushBody.of(body.getBytes(StandardCharsets.UTF_8)));
      assertThat(new PushPlanner(source, "d1", PUSHED).plan(reader)).isNotNull();
    } catch (ProblemException refused) {
      assertThat(refused.problem().status()).isIn(400, 422);
    }
  }

  // Keys that pass, so that the other columns are read.
  private static String usual(String name) {
    return switch (name) {
      case "siret" -> "12345678200015";
      case "siren" -> "123456782";
      case "nic" -> "00015";
      default -> "1";
    };
  }

  @Provide
  Arbitrary<Integer> columns() {
    return Arbitraries.integers().between(0, 20);
  }

  @Provide
  Arbitrary<String> longTexts() {
    return Arbitraries.of(
            "0",
            "9",
            "1 ",
            "12 ",
            "1\u00a0",
            "1\u202f",
            "-",
            "+",
            ".",
            ",",
            "1.",
            "1,",
            "e",
            "1e9",
            "a",
            "Z",
            "é",
            "ß",
            " ",
            "\u00a0",
            "\\t",
            "\\n",
            "\u0301",
            "😀",
            "/",
            ":",
            ";",
            "|",
            "\ufeff",
            "T",
            "2026-01-01",
            "01/02/2026")
        .map(unit -> unit.repeat(LONG / unit.length()));
  }
}
