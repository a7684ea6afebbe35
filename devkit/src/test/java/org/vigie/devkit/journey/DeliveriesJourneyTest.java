package org.vigie.devkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.platform.Cast;

/// What becomes of deliveries that go wrong, up to the features of a company and the exit codes of
/// the command line.
@Tag("journey")
class DeliveriesJourneyTest {

  private static final String DEBITS = "sigfaible_debits.csv";
  private static final String DAY = "2026-10-22";
  private static final String SIREN = "007901465";
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path data;
  @TempDir Path files;

  private static RunningPlatform platform;

  @BeforeAll
  static void start() {
    platform = RunningPlatform.start(data.resolve("copy"));
  }

  @AfterAll
  static void end() throws IOException {
    platform.close();
  }

  @Test
  void theRightFileSentAgainAfterAWrongOneStandsInTheFeatures() throws Exception {
    assertThat(ingest("resend-right-file/right.csv").exit()).isZero();
    assertThat(partOuvriere()).isEqualTo(1_000);
    assertThat(ingest("resend-right-file/wrong.csv").exit()).isZero();
    assertThat(partOuvriere()).isEqualTo(100_000);
    assertThat(ingest("resend-right-file/right.csv").exit()).isZero();
    assertThat(partOuvriere()).isEqualTo(1_000);
    assertThat(ingest("resend-right-file/right.csv").output()).contains("1 already loaded");
  }

  @Test
  void aDeliveryWhoseFileIsGoneStopsNothingAndIsResumed() throws Exception {
    String row = Files.readString(CASES.resolve("resend-right-file/right.csv"));
    signal("STOP");
    String first = accepted(row.replace(";001;1;", ";011;1;"));
    String gone = accepted(row.replace(";001;1;", ";012;1;"));
    String behind = accepted(row.replace(";001;1;", ";013;1;"));
    byte[] bytes = Files.readAllBytes(stored(gone));
    Files.delete(stored(gone));
    signal("CONT");

    assertThat(ended(first)).isEqualTo("loaded");
    assertThat(ended(behind)).isEqualTo("loaded");
    assertThat(ended(gone)).isEqualTo("suspended");
    platform.closeDay(LocalDate.parse(DAY));
    platform.awaitAlerts();
    assertThat(CommandLine.run(platform, "deliveries", "--state", "suspended").output())
        .contains(gone)
        .contains("is gone");
    assertThat(CommandLine.run(platform, "deliveries", "resume", "0".repeat(24)).exit())
        .isEqualTo(1);

    Files.write(stored(gone), bytes);
    assertThat(CommandLine.run(platform, "deliveries", "resume", gone).exit()).isZero();
    assertThat(ended(gone)).isEqualTo("loaded");
    assertThat(CommandLine.run(platform, "deliveries", "resume", gone).output()).contains("loaded");
    assertThat(CommandLine.run(platform, "deliveries", "refuse", gone).exit()).isEqualTo(1);
  }

  @Test
  void theExitCodeTellsWhetherWhatTheUserNamedWasTaken() throws Exception {
    var refused = ingest("all-rows-refused/" + DEBITS);
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.output()).contains("none of its 20 rows can be used");

    Path copy = CASES.resolve("browser-copy/sigfaible_debits (1).csv");
    var named = CommandLine.run(platform, "ingest", "--known-at", DAY, copy.toString());
    assertThat(named.exit()).isEqualTo(3);
    assertThat(named.output()).contains("its name is that of no source taken");

    Path folder = Files.createDirectory(files.resolve("folder"));
    Files.copy(copy, folder.resolve("a note.txt"));
    var found = CommandLine.run(platform, "ingest", "--known-at", DAY, folder.toString());
    assertThat(found.exit()).isZero();
    assertThat(found.output()).contains("a note.txt: unknown").contains("1 unknown");
  }

  private CommandLine.Ended ingest(String file) throws Exception {
    Path named = files.resolve(DEBITS);
    Files.deleteIfExists(named);
    Files.copy(CASES.resolve(file), named);
    return CommandLine.run(platform, "ingest", "--wait", "--known-at", DAY, named.toString());
  }

  private static double partOuvriere() throws Exception {
    return platform
        .as(Cast.OPERATOR)
        .get(Slot.FEATURE_SERVICE, "/companies/" + SIREN + "/features")
        .at("/values/montant_part_ouvriere")
        .asDouble();
  }

  private static String accepted(String content) throws Exception {
    return platform
        .as(Cast.OPERATOR)
        .upload(
            Slot.INGESTION_SERVICE,
            "/deliveries?file=" + DEBITS + "&knownAt=" + DAY,
            BodyPublishers.ofString(content))
        .path("delivery")
        .asText();
  }

  private static JsonNode report(String delivery) throws Exception {
    return platform.as(Cast.OPERATOR).get(Slot.INGESTION_SERVICE, "/deliveries/" + delivery);
  }

  private static String ended(String delivery) {
    return await()
        .atMost(PATIENCE)
        .until(() -> report(delivery).path("state").asText(), state -> !state.equals("publishing"));
  }

  private static Path stored(String delivery) throws Exception {
    return platform
        .installation()
        .data()
        .resolve("ingestion-service/deliveries")
        .resolve(report(delivery).path("sha256").asText());
  }

  // While the broker is stopped, the lane stands at its first delivery.
  private static void signal(String name) throws Exception {
    long broker = platform.platform().processes().handle("kafka").orElseThrow().pid();
    int exit = new ProcessBuilder("kill", "-" + name, String.valueOf(broker)).start().waitFor();
    assertThat(exit).isZero();
  }
}
