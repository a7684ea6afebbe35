package org.vigie.devkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.client.ProblemException;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.platform.Cast;

/// A partner's push does the same as the row in a file.
@Tag("journey")
@ExtendWith(RunningPlatform.Shared.class)
class PartnerPushJourneyTest {

  private static final String PARTNER = "partenaire-urssaf";
  private static final String HEADER =
      "Urssaf_gestion;Dep;Siret;Compte;periode;mer;enc_direct;cotis_due\n";

  @TempDir Path files;

  @BeforeAll
  static void aDayIsOpen(RunningPlatform platform) throws Exception {
    platform.closeDay(LocalDate.of(2026, 8, 22));
  }

  @Test
  void aPushedRowGivesTheHistoryThatTheRowInAFileGives(RunningPlatform platform) throws Exception {
    Path folder = Files.createDirectories(files.resolve("2026-08-23"));
    Files.writeString(
        folder.resolve("sigfaible_cotisdues.csv"),
        HEADER + "671;21;91000002900018;9100000291;202611;;0;750,5\n");
    platform.ingest(files);
    push(platform, UUID.randomUUID().toString(), row("91000003700018", "750,5"));
    platform.awaitAlerts();

    assertThat(january(platform, "910000037").path("cotisation").asDouble())
        .isEqualTo(january(platform, "910000029").path("cotisation").asDouble())
        .isEqualTo(750.5);
    assertThat(vector(platform, "910000037")).isEqualTo(vector(platform, "910000029"));
  }

  @Test
  void theSameKeyAgainChangesNothing(RunningPlatform platform) throws Exception {
    String key = UUID.randomUUID().toString();
    push(platform, key, row("91000004500018", "100"));
    push(platform, key, row("91000004500018", "100"));
    platform.awaitAlerts();

    assertThat(january(platform, "910000045").path("cotisation").asDouble()).isEqualTo(100.0);
  }

  @Test
  void anInvalidFactIsRefusedWithItsFieldAndItsValue(RunningPlatform platform) {
    var invalid = row("91000005200018", "12x");
    assertThatThrownBy(() -> push(platform, UUID.randomUUID().toString(), invalid))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(422);
              assertThat(refused.problem().path("field").asText()).isEqualTo("cotis_due");
              assertThat(refused.problem().path("value").asText()).isEqualTo("12x");
              assertThat(refused.problem().path("rule").asText()).isNotEmpty();
            });
  }

  @Test
  void aSourceThatTheTokenDoesNotNameIsForbidden(RunningPlatform platform) {
    assertThatThrownBy(
            () ->
                platform
                    .as(PARTNER)
                    .push("/sources/procol/facts", UUID.randomUUID().toString(), List.of()))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.status()).isEqualTo(403));
  }

  private static void push(RunningPlatform platform, String key, Map<String, Object> row)
      throws Exception {
    platform.as(PARTNER).push("/sources/cotisation/facts", key, List.of(row));
  }

  private static Map<String, Object> row(String siret, String due) {
    return Map.of(
        "Siret",
        siret,
        "Compte",
        siret.substring(0, 9) + "1",
        "periode",
        "202611",
        "enc_direct",
        "0",
        "cotis_due",
        due);
  }

  private static JsonNode vector(RunningPlatform platform, String siren) throws Exception {
    return platform
        .as(Cast.OPERATOR)
        .get(Slot.FEATURE_SERVICE, "/companies/" + siren + "/features")
        .path("values");
  }

  private static JsonNode january(RunningPlatform platform, String siren) throws Exception {
    return platform
        .as(Cast.OPERATOR)
        .get(Slot.FEATURE_SERVICE, "/companies/" + siren + "/history?from=2026-01&to=2026-01")
        .at("/months/0");
  }
}
