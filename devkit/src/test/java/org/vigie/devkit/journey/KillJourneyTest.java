package org.vigie.devkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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

/// A country loaded while each service in turn is killed gives the scores, byte by byte, and the
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

  @TempDir Path directory;

  /// What a country became.
  ///
  /// @param scores values on company-scores, by SIREN, in order, as the bytes after the schema's id
  /// @param alerts ids of the alerts told to urssaf, in order
  private record Outcome(Map<String, List<ByteBuffer>> scores, List<String> alerts) {}

  @Test
  void killingEachServiceDuringALoadLosesAndDuplicatesNothing() throws Exception {
    Path country = directory.resolve("country");
    Simulation.of(new SimulationPlan(400, 1, 7)).writeTo(country, Progress.silent());

    Outcome undisturbed = load(country, Map.of());
    Outcome disturbed = load(country, KILLED_AT);

    assertThat(undisturbed.alerts()).isNotEmpty();
    assertThat(disturbed.alerts()).isEqualTo(undisturbed.alerts());
    assertThat(disturbed.scores()).isEqualTo(undisturbed.scores());
  }

  private Outcome load(Path country, Map<Integer, String> killedAt) throws Exception {
    Path data = Files.createTempDirectory(directory, "platform");
    try (var platform = RunningPlatform.start(data)) {
      subscribe(platform);
      List<Step> steps = new DeliveryPlan(true, null).of(List.of(country));
      int uploads = 0;
      for (Step step : steps) {
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
      return new Outcome(scores(platform), alerts(platform));
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

  private static Map<String, List<ByteBuffer>> scores(RunningPlatform platform) {
    var scores = new TreeMap<String, List<ByteBuffer>>();
    for (ConsumerRecord<String, byte[]> record :
        platform.read(
            Topics.COMPANY_SCORES.name(),
            platform.platform().kafka().platform(),
            new ByteArrayDeserializer())) {
      if (!record.key().startsWith("control/")) {
        // A zero byte and four of the schema's id come first.
        var value = ByteBuffer.wrap(record.value(), 5, record.value().length - 5).slice();
        scores.computeIfAbsent(record.key(), _ -> new ArrayList<>()).add(value);
      }
    }
    return scores;
  }

  private static List<String> alerts(RunningPlatform platform) {
    var own = platform.platform().kafka().principal("urssaf");
    List<String> ids =
        platform.read(Topics.alerts("urssaf"), own).stream()
            .map(record -> record.value().getId())
            .toList();
    // Told once each: a duplicate would vanish in a set.
    assertThat(ids).doesNotHaveDuplicates();
    return List.copyOf(new TreeSet<>(ids));
  }
}
