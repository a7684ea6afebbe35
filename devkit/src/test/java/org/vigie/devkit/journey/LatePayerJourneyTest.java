package org.vigie.devkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.platform.Cast;
import org.vigie.schemas.AlertEvent;
import org.vigie.schemas.AlertState;
import org.vigie.schemas.CloseReason;
import org.vigie.schemas.Level;
import org.vigie.schemas.Risk;
import org.vigie.schemas.Topic;
import org.vigie.schemas.Topics;

/// The main job in small: one late-paying company in real files becomes one alert on the topic of
/// the administration that subscribed to its département, and on no other's.
@Tag("journey")
@ExtendWith(RunningPlatform.Shared.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LatePayerJourneyTest {

  private static final LatePayer COMPANY = new LatePayer("910000003", "21");

  @TempDir static Path files;

  @BeforeAll
  static void aCompanyStopsPaying(RunningPlatform platform) throws Exception {
    subscribe(platform, "dreets-bfc", List.of("21"));
    subscribe(platform, "urssaf", List.of("75"));
    COMPANY.writeTo(files);
    List<JsonNode> journals = platform.ingest(files);
    assertThat(journals)
        .allSatisfy(journal -> assertThat(journal.path("state").asText()).isEqualTo("loaded"));
  }

  @Test
  @Order(1)
  void theAdministrationOfItsDepartementReceivesOneExplainedAlert(RunningPlatform platform) {
    List<ConsumerRecord<String, AlertEvent>> alerts = alertsOf(platform, "dreets-bfc");

    assertThat(alerts)
        .singleElement()
        .satisfies(
            record -> {
              AlertEvent alert = record.value();
              assertThat(alert.getState()).isEqualTo(AlertState.NOUVELLE);
              assertThat(alert.getAfter()).extracting(Risk::getLevel).isNotEqualTo(Level.AUCUN);
              assertThat(alert.getCauses().getCount()).isPositive();
              assertThat(alert.getThemes().getFirst().getTheme()).isEqualTo("dette_urssaf");
              assertThat(header(record, "ce_id")).isEqualTo(alert.getId());
            });
  }

  @Test
  @Order(2)
  void noOtherAdministrationReceivesAnything(RunningPlatform platform) {
    assertThat(List.of("urssaf", "dgefp", "bdf"))
        .allSatisfy(other -> assertThat(alertsOf(platform, other)).isEmpty());
  }

  @Test
  @Order(3)
  void itsScoreNamesTheThemesThatSumToIt(RunningPlatform platform) throws Exception {
    JsonNode score =
        platform.as(Cast.OPERATOR).get(Slot.SCORING_SERVICE, "/scores/" + COMPANY.siren());

    double sum = score.path("intercept").asDouble();
    for (JsonNode contribution : score.path("contributions")) {
      sum += contribution.asDouble();
    }
    assertThat(1 / (1 + Math.exp(-sum))).isCloseTo(score.path("p18").asDouble(), within(1e-6));
  }

  @Test
  @Order(4)
  void itsHistoryShowsTheDebtMonthByMonth(RunningPlatform platform) throws Exception {
    JsonNode history =
        platform
            .as(Cast.OPERATOR)
            .get(
                Slot.FEATURE_SERVICE,
                "/companies/" + COMPANY.siren() + "/history?from=2025-12&to=2026-03");

    assertThat(history.path("months")).hasSize(4);
    assertThat(history.at("/months/0/montant_part_patronale").asDouble()).isZero();
    assertThat(history.at("/months/0/cotisation").asDouble()).isEqualTo(8000.0);
    assertThat(history.at("/months/3/montant_part_patronale").asDouble()).isEqualTo(12_000.0);
  }

  @Test
  @Order(5)
  void theSameFilesAgainChangeNothing(RunningPlatform platform) throws Exception {
    Standing before = Standing.of(platform);

    List<JsonNode> journals = platform.ingest(files);

    assertThat(journals)
        .allSatisfy(
            journal -> assertThat(journal.path("state").asText()).isEqualTo("already-loaded"));
    assertThat(Standing.of(platform)).isEqualTo(before);
    assertThat(alertsOf(platform, "dreets-bfc")).hasSize(1);
  }

  @Test
  @Order(6)
  void theSameBytesUnderAnotherNameChangeNothing(RunningPlatform platform, @TempDir Path elsewhere)
      throws Exception {
    Standing before = Standing.of(platform);
    Path debits;
    try (Stream<Path> all = Files.walk(files)) {
      debits =
          all.filter(file -> file.getFileName().toString().startsWith("sigfaible_debits"))
              .findFirst()
              .orElseThrow();
    }
    Path copy = elsewhere.resolve("SIGFAIBLE_DEBITS.CSV");
    Files.copy(debits, copy);

    assertThat(platform.ingest(copy))
        .singleElement()
        .satisfies(
            journal -> assertThat(journal.path("state").asText()).isEqualTo("already-loaded"));
    assertThat(Standing.of(platform)).isEqualTo(before);
  }

  @Test
  @Order(7)
  void everyLinkOfTheAlertOpensWithTheTokenOfTheAdministrationItWasSentTo(RunningPlatform platform)
      throws Exception {
    opensEveryLink(platform, alertsOf(platform, "dreets-bfc").getFirst().value(), 4);
  }

  @Test
  @Order(8)
  void aLiquidationClosesTheAlertAndSaysThatItIsNoRelief(
      RunningPlatform platform, @TempDir Path later) throws Exception {
    COMPANY.writeLiquidationTo(later);

    platform.ingest(later);

    List<ConsumerRecord<String, AlertEvent>> alerts = alertsOf(platform, "dreets-bfc");
    AlertEvent close = alerts.getLast().value();
    assertThat(alerts).hasSize(2);
    assertThat(close.getState()).isEqualTo(AlertState.CLOSE);
    assertThat(close.getCloseReason()).isEqualTo(CloseReason.PROCEDURE_OUVERTE);
    assertThat(header(alerts.getLast(), "ce_closereason")).isEqualTo("procedure_ouverte");
    JsonNode answered =
        platform.as(Cast.OPERATOR).get(Slot.ALERT_SERVICE, "/alerts/" + close.getId());
    assertThat(answered.path("closeReason").asText()).isEqualTo("procédure ouverte");
    opensEveryLink(platform, close, 3);
  }

  // As the administration's own system reads them: its token, and the links as they were sent.
  private static void opensEveryLink(RunningPlatform platform, AlertEvent alert, int links)
      throws Exception {
    String token = platform.as("dreets-bfc").tokens().of("dreets-bfc");
    assertThat(alert.getLinks()).hasSize(links);
    try (var http = HttpClient.newHttpClient()) {
      for (String link : alert.getLinks()) {
        var request =
            HttpRequest.newBuilder(URI.create(link))
                .header("Authorization", "Bearer " + token)
                .build();
        // The score is read from a model that follows its topic a moment behind.
        Awaitility.await(link)
            .untilAsserted(
                () ->
                    assertThat(http.send(request, BodyHandlers.ofString()))
                        .satisfies(
                            answer -> assertThat(answer.statusCode()).isEqualTo(200),
                            answer -> assertThat(answer.body()).contains(alert.getSiren())));
      }
    }
  }

  /// How many records of the company stand on each topic that follows from its facts.
  private record Standing(long facts, long vectors, long scores) {

    static Standing of(RunningPlatform platform) {
      return new Standing(
          count(platform, Topics.SOURCE_EVENTS),
          count(platform, Topics.COMPANY_FEATURES),
          count(platform, Topics.COMPANY_SCORES));
    }

    private static long count(RunningPlatform platform, Topic<?> topic) {
      var everything = platform.platform().kafka().platform();
      return platform.read(topic.name(), everything, new ByteArrayDeserializer()).stream()
          .filter(record -> record.key().startsWith(COMPANY.siren()))
          .count();
    }
  }

  private static List<ConsumerRecord<String, AlertEvent>> alertsOf(
      RunningPlatform platform, String administration) {
    return platform
        .read(Topics.alerts(administration), platform.platform().kafka().principal(administration))
        .stream()
        .filter(record -> record.value().getSiren().equals(COMPANY.siren()))
        .toList();
  }

  private static void subscribe(
      RunningPlatform platform, String administration, List<String> departements) throws Exception {
    platform
        .as(administration)
        .post(
            Slot.ALERT_SERVICE,
            "/subscriptions",
            Map.of(
                "name", "journey", "horizon", 18, "level", "modere", "departements", departements));
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
