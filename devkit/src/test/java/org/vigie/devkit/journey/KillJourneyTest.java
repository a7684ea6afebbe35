package org.vigie.devkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.deliver.DeliveryPlan;
import org.vigie.devkit.deliver.Step;
import org.vigie.devkit.deliver.Uploader;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.platform.Cast;
import org.vigie.schemas.Topics;
import org.vigie.simulator.Progress;
import org.vigie.simulator.Simulation;
import org.vigie.simulator.SimulationPlan;

/// A country loaded while services are killed gives the vectors and scores, byte by byte, and the
/// alerts of the same country loaded in peace.
@Tag("journey")
class KillJourneyTest {

  // Which service is killed with which delivery: ingestion while it publishes it, the others as
  // soon as it is published, with its work on their way. The fifth is the largest: two chunks.
  private static final Map<Integer, String> KILLED_AT =
      Map.of(
          2, "feature-service",
          4, "scoring-service",
          5, "ingestion-service",
          6, "alert-service");

  // Each hits a transaction of which a part is on disk.
  private static final int CRASHES_OF_EACH = 10;

  @TempDir static Path directory;

  private static Path country;
  private static CountryOutcome undisturbed;

  @BeforeAll
  static void loadInPeace() throws Exception {
    country = directory.resolve("country");
    Simulation.of(new SimulationPlan(600, 3, 7)).writeTo(country, Progress.silent());
    undisturbed = load(Map.of());
    assertThat(undisturbed.alerts()).isNotEmpty();
  }

  @Test
  void killingEachServiceDuringALoadLosesAndDuplicatesNothing() throws Exception {
    assertSame(load(KILLED_AT));
  }

  @Test
  void whatIsOnDiskOfATransactionThatACrashAbortsIsNotBelieved() throws Exception {
    try (var platform = start();
        var crashes = new StreamCrashes(platform)) {
      crashes.endBoth();
      new Uploader(platform.as(Cast.OPERATOR), _ -> {}).run(steps());

      // The second has its whole input before it only when the first is far ahead.
      crashes.crashInsideTransactions("feature-service", CRASHES_OF_EACH);
      crashes.start("feature-service");
      crashes.crashInsideTransactions("scoring-service", CRASHES_OF_EACH);
      crashes.start("scoring-service");
      platform.awaitAlerts();

      assertSame(CountryOutcome.of(platform));
    }
  }

  private static void assertSame(CountryOutcome disturbed) {
    assertThat(disturbed.alerts()).isEqualTo(undisturbed.alerts());
    assertThat(disturbed.vectors()).isEqualTo(undisturbed.vectors());
    assertThat(disturbed.scores()).isEqualTo(undisturbed.scores());
  }

  private static List<Step> steps() throws Exception {
    return new DeliveryPlan(true, null).of(List.of(country));
  }

  private static RunningPlatform start() throws Exception {
    var platform = RunningPlatform.start(Files.createTempDirectory(directory, "platform"));
    subscribe(platform);
    return platform;
  }

  private static CountryOutcome load(Map<Integer, String> killedAt) throws Exception {
    try (var platform = start()) {
      int uploads = 0;
      for (Step step : steps()) {
        String killed = step instanceof Step.Upload ? killedAt.get(++uploads) : null;
        if ("ingestion-service".equals(killed)) {
          killWhilePublishing(platform, (Step.Upload) step);
        }
        new Uploader(platform.as(Cast.OPERATOR), _ -> {}).run(List.of(step));
        if (killed != null && !killed.equals("ingestion-service")) {
          platform.killAndRestart(killed);
        }
      }
      platform.awaitAlerts();
      return CountryOutcome.of(platform);
    }
  }

  // The sender is answered before the first record is written; the kill comes with it.
  private static void killWhilePublishing(RunningPlatform platform, Step.Upload upload)
      throws Exception {
    long before = recordsOnTheLog(platform);
    platform
        .as(Cast.OPERATOR)
        .upload(
            Slot.INGESTION_SERVICE,
            "/deliveries?file=%s&knownAt=%s"
                .formatted(upload.file().getFileName(), upload.knownAt()),
            BodyPublishers.ofFile(upload.file()));
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> recordsOnTheLog(platform) > before);
    platform.killAndRestart("ingestion-service");
  }

  // Those of transactions that are still open included.
  private static long recordsOnTheLog(RunningPlatform platform) throws Exception {
    try (var admin = Admin.create(platform.platform().kafka().platform())) {
      var partitions =
          IntStream.range(0, Topics.PARTITIONS)
              .mapToObj(partition -> new TopicPartition(Topics.SOURCE_EVENTS.name(), partition))
              .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
      return admin.listOffsets(partitions).all().get().values().stream()
          .mapToLong(ListOffsetsResultInfo::offset)
          .sum();
    }
  }

  private static void subscribe(RunningPlatform platform) throws Exception {
    platform
        .as("urssaf")
        .post(
            Slot.ALERT_SERVICE,
            "/subscriptions",
            Map.of("name", "journey", "horizon", 18, "level", "modere"));
  }
}
