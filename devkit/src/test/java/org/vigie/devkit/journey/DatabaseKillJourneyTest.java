package org.vigie.devkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.client.ProblemException;
import org.vigie.devkit.deliver.DeliveryPlan;
import org.vigie.devkit.deliver.Step;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.platform.Cast;
import org.vigie.schemas.AlertEvent;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.Topics;

/// PostgreSQL is killed right after each kind of answer: what was answered is there afterwards, and
/// nothing is on the log twice.
@Tag("journey")
class DatabaseKillJourneyTest {

  private static final String PARTNER = "partenaire-urssaf";
  private static final int PUSHES = 20;
  // A small file takes a second; the lane tries again after a pause when its database was away.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path directory;

  private static RunningPlatform platform;

  @BeforeAll
  static void startPlatform() throws Exception {
    platform =
        RunningPlatform.start(Files.createDirectory(directory.resolve("platforms")).resolve("own"));
    platform.closeDay(LocalDate.of(2025, 12, 31));
  }

  @AfterAll
  static void endPlatform() throws Exception {
    platform.close();
  }

  @AfterEach
  void nothingIsOnTheLogTwice() throws Exception {
    platform.awaitAlerts();
    assertThat(platform.read(Topics.SOURCE_EVENTS, platform.platform().kafka().platform()))
        .extracting(record -> record.partition() + " " + record.key())
        .doesNotHaveDuplicates();
    assertThat(alerts()).extracting(alert -> alert.value().getId()).doesNotHaveDuplicates();
  }

  @Test
  void aSubscriptionThatWasAnsweredStays() throws Exception {
    JsonNode made = subscribe("bdf");

    killDatabase();

    assertThat(platform.as("bdf").get(Slot.ALERT_SERVICE, "/subscriptions"))
        .anySatisfy(
            subscription ->
                assertThat(subscription.path("id").asText())
                    .isEqualTo(made.path("id").asText())
                    .isNotEmpty());
  }

  @Test
  void aPushThatWasAnsweredIsOnTheLogOnceThoughItIsSentAgain() throws Exception {
    var keys = IntStream.range(0, PUSHES).mapToObj(_ -> UUID.randomUUID().toString()).toList();
    var answers = new ArrayList<JsonNode>();
    for (int i = 0; i < PUSHES; i++) {
      answers.add(push(keys.get(i), i));
    }

    killDatabase();

    // The sender, who cannot know, sends all of them again.
    for (int i = 0; i < PUSHES; i++) {
      assertThat(push(keys.get(i), i)).isEqualTo(answers.get(i));
    }
    assertThat(
            recordsOf(IntStream.range(0, PUSHES).mapToObj(DatabaseKillJourneyTest::siren).toList()))
        .hasSize(PUSHES);
  }

  @Test
  void aFileThatWasAcceptedIsLoadedOnceAndADayThatWasClosedStaysClosed() throws Exception {
    var company = new LatePayer("910000078", "21");
    subscribe("urssaf");
    company.writeTo(Files.createDirectory(directory.resolve("files")));

    var journals = new ArrayList<JsonNode>();
    for (Step step : new DeliveryPlan(true, null).of(List.of(directory.resolve("files")))) {
      switch (step) {
        case Step.CloseDay(LocalDate day) -> {
          platform.closeDay(day);
          killDatabase();
          assertThat(openDay()).isEqualTo(day.plusDays(1));
        }
        case Step.Upload upload -> {
          String delivery = accept(upload).path("delivery").asText();
          killDatabase();
          journals.add(awaitLoaded(delivery));
        }
      }
    }

    platform.awaitAlerts();
    assertThat(journals)
        .allSatisfy(journal -> assertThat(journal.path("facts").asLong()).isPositive());
    assertThat(recordsOf(List.of(company.siren()))).hasSize(journals.size());
    assertThat(alerts())
        .filteredOn(alert -> alert.value().getSiren().equals(company.siren()))
        .hasSize(1);
  }

  // As a crash of the machine would, in the middle of whatever the services do.
  private static void killDatabase() throws Exception {
    platform.killAndRestart("postgresql");
  }

  private static JsonNode subscribe(String administration) throws Exception {
    return platform
        .as(administration)
        .post(
            Slot.ALERT_SERVICE,
            "/subscriptions",
            Map.of("name", "journey", "horizon", 18, "level", "modere"));
  }

  private static JsonNode push(String key, int company) throws Exception {
    String siren = siren(company);
    var row =
        Map.of(
            "Siret",
            siren + "00018",
            "Compte",
            siren + "1",
            "periode",
            "202511",
            "enc_direct",
            "0",
            "cotis_due",
            "750");
    return platform.as(PARTNER).push("/sources/cotisation/facts", key, List.of(row));
  }

  private static JsonNode accept(Step.Upload upload) throws Exception {
    return platform
        .as(Cast.OPERATOR)
        .upload(
            Slot.INGESTION_SERVICE,
            "/deliveries?file=%s&knownAt=%s"
                .formatted(upload.file().getFileName(), upload.knownAt()),
            BodyPublishers.ofFile(upload.file()));
  }

  private static JsonNode awaitLoaded(String delivery) {
    return await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(ProblemException.class)
        .until(
            () -> platform.as(Cast.OPERATOR).get(Slot.INGESTION_SERVICE, "/deliveries/" + delivery),
            journal -> journal.path("state").asText().equals("loaded"));
  }

  private static LocalDate openDay() throws Exception {
    return LocalDate.parse(
        platform
            .as(Cast.OPERATOR)
            .get(Slot.INGESTION_SERVICE, "/controls")
            .path("openDay")
            .asText());
  }

  private static List<ConsumerRecord<String, SourceRecord>> recordsOf(List<String> sirens) {
    return platform.read(Topics.SOURCE_EVENTS, platform.platform().kafka().platform()).stream()
        .filter(record -> sirens.contains(record.key().split("/", 2)[0]))
        .toList();
  }

  private static List<ConsumerRecord<String, AlertEvent>> alerts() {
    return platform.read(Topics.alerts("urssaf"), platform.platform().kafka().principal("urssaf"));
  }

  private static String siren(int company) {
    return "92%07d".formatted(company);
  }
}
