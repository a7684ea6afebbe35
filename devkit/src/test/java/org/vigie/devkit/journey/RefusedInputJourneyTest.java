package org.vigie.devkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.schemas.Topics;

/// Bad input never stops the good, and never vanishes.
@Tag("journey")
@ExtendWith(RunningPlatform.Shared.class)
class RefusedInputJourneyTest {

  private static final String HEADER =
      "Urssaf_gestion;Dep;Siret;Compte;periode;mer;enc_direct;cotis_due\n";
  private static final String GOOD_ROW = "671;21;91000001100018;9100000111;202511;;800;800\n";
  private static final String BAD_ROW = "671;21;91000001100018;9100000111;202591;;800;800\n";

  @TempDir Path files;

  @Test
  void aWrongFileIsRefusedWholeAndTheGoodOneBesideItIsTaken(RunningPlatform platform)
      throws Exception {
    Path folder = Files.createDirectories(files.resolve("2026-08-22"));
    Files.writeString(folder.resolve("sigfaible_cotisdues.csv"), HEADER + GOOD_ROW);
    Files.writeString(folder.resolve("sigfaible_debits.csv"), "no;such;columns\n1;2;3\n");

    List<JsonNode> journals = platform.ingest(files);

    assertThat(journals)
        .extracting(journal -> journal.path("state").asText())
        .containsExactly("loaded", "refused");
    assertThat(journals.getLast().path("reason").asText()).contains("num_cpte");
  }

  @Test
  void aBadRowIsRejectedWithItsReasonAndItsBytesAndTheRestIsTaken(RunningPlatform platform)
      throws Exception {
    Path folder = Files.createDirectories(files.resolve("2026-09-22"));
    Files.writeString(
        folder.resolve("sigfaible_cotisdues.csv"),
        HEADER + BAD_ROW + GOOD_ROW.replace("202511", "202512"));

    JsonNode journal = platform.ingest(files).getFirst();

    assertThat(journal.path("valid").asInt()).isEqualTo(1);
    assertThat(journal.path("rejected").asInt()).isEqualTo(1);
    assertThat(journal.at("/errors/0/line").asInt()).isEqualTo(2);
    assertThat(journal.at("/errors/0/value").asText()).isEqualTo("202591");
    var own = platform.platform().kafka().principal("ingestion-service");
    assertThat(platform.read(Topics.REJECTIONS, own))
        .filteredOn(record -> record.key().equals(journal.path("delivery").asText()))
        .singleElement()
        .satisfies(
            record ->
                assertThat(StandardCharsets.UTF_8.decode(record.value().getRaw()).toString())
                    .isEqualToIgnoringNewLines(BAD_ROW.strip()));
  }
}
