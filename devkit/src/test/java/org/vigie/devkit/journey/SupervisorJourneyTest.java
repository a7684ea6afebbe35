package org.vigie.devkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.command.VigieCommand;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.observe.ProcessView;
import org.vigie.devkit.observe.ProcessView.State;
import org.vigie.devkit.observe.ProcessViews;
import org.vigie.devkit.platform.StartRequest;
import org.vigie.devkit.watch.Patience;
import picocli.CommandLine;

/// What ends by itself comes back without `up`, or is told to have failed.
@Tag("journey")
class SupervisorJourneyTest {

  // A broker and four services that start at once on a loaded machine.
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final int NOT_ALL_RUNNING = 1;

  @TempDir Path directory;

  private RunningPlatform platform;

  @BeforeEach
  void startSupervised() throws Exception {
    platform = RunningPlatform.start(directory);
    up();
  }

  @AfterEach
  void end() throws Exception {
    platform.close();
  }

  @Test
  void aKilledServiceBrokerAndDatabaseComeBackAndTheFlowGoesOn() throws Exception {
    assertThat(status()).isZero();
    kill("feature-service");
    kill("kafka");
    awaitAllRunning();
    assertThat(view("feature-service").restarted().restarts()).isPositive();
    assertThat(view("kafka").restarted().restarts()).isEqualTo(1);
    assertThat(view("keycloak").restarted().restarts()).isZero();

    kill("postgresql");
    await().atMost(PATIENCE).until(() -> view("postgresql").restarted().restarts() == 1);
    awaitAllRunning();

    platform.awaitAlerts();
    assertThat(status()).isZero();
  }

  @Test
  void aProcessThatCannotStartFailsAfterTheBoundAndTheNextUpStartsIt() throws Exception {
    int port = platform.installation().port(Slot.REGISTRY);
    kill("registry");
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      await().atMost(PATIENCE).until(() -> view("registry").state() == State.FAILED);
    }
    assertThat(view("registry").trouble().reason()).contains("5 restarts");
    assertThat(view("registry").trouble().log()).isNotEmpty();
    assertThat(view("kafka").state()).isEqualTo(State.RUNNING);
    assertThat(status()).isEqualTo(NOT_ALL_RUNNING);

    up();

    assertThat(view("registry").state()).isEqualTo(State.RUNNING);
    assertThat(view("registry").restarted().restarts()).isZero();
    assertThat(status()).isZero();
  }

  @Test
  void aKilledSupervisorIsReplacedAndDownEndsIt() throws Exception {
    ProcessHandle first = handle("supervisor");
    kill("supervisor");
    assertThat(status()).isEqualTo(NOT_ALL_RUNNING);

    up();
    ProcessHandle second = handle("supervisor");
    up();

    assertThat(second).isNotEqualTo(first);
    assertThat(handle("supervisor")).isEqualTo(second);
    platform.platform().down();
    assertThat(second.isAlive()).isFalse();
    assertThat(platform.platform().processes().all()).isEmpty();
  }

  private void up() throws Exception {
    platform.platform().up(new StartRequest("manual", Patience.TOTAL, true));
  }

  private void awaitAllRunning() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(views()).extracting(ProcessView::state).containsOnly(State.RUNNING));
  }

  private int status() {
    return new CommandLine(new VigieCommand()).execute("status", "--data", directory.toString());
  }

  private List<ProcessView> views() throws Exception {
    return new ProcessViews(platform.installation(), platform.platform()).all();
  }

  private ProcessView view(String name) throws Exception {
    return views().stream().filter(view -> view.name().equals(name)).findFirst().orElseThrow();
  }

  private ProcessHandle handle(String name) {
    return platform.platform().processes().handle(name).orElseThrow();
  }

  private void kill(String name) {
    ProcessHandle process = handle(name);
    process.destroyForcibly();
    process.onExit().join();
  }
}
