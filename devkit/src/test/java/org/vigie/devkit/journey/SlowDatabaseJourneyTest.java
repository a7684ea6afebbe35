package org.vigie.devkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.platform.RunningProcess;

/// Services that start before their database answers wait for it.
@Tag("journey")
class SlowDatabaseJourneyTest {

  private static final List<String> WITH_DATABASE =
      List.of("ingestion-service", "scoring-service", "alert-service");
  // A loaded machine needs half a minute until a service asks for its database first.
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final int LINES = 1000;

  @TempDir Path directory;

  @Test
  void servicesStartedBeforeTheirDatabaseBecomeReadyOnceItIsUp() throws Exception {
    try (var platform = RunningPlatform.start(directory)) {
      stop(platform, WITH_DATABASE);
      stop(platform, List.of("postgresql"));
      for (String service : WITH_DATABASE) {
        platform.platform().startAgain(service);
      }
      List<RunningProcess> started = services(platform);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(WITH_DATABASE)
                      .allSatisfy(
                          service ->
                              assertThat(platform.installation().log(service).tail(LINES))
                                  .anySatisfy(line -> assertThat(line).contains("refused"))));

      platform.platform().up("manual");

      assertThat(services(platform)).isEqualTo(started);
    }
  }

  private static void stop(RunningPlatform platform, List<String> names) {
    var processes = platform.platform().processes();
    processes.alive().stream()
        .filter(process -> names.contains(process.name()))
        .forEach(processes::stop);
  }

  private static List<RunningProcess> services(RunningPlatform platform) {
    return platform.platform().processes().alive().stream()
        .filter(process -> WITH_DATABASE.contains(process.name()))
        .toList();
  }
}
