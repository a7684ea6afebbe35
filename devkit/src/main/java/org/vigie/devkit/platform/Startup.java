package org.vigie.devkit.platform;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One start of the whole platform: what depends on nothing starts at once, the rest as soon as
/// what it needs is ready.
final class Startup {

  // A start that is given up ends at its next look.
  private static final Duration GIVE_UP = Duration.ofSeconds(15);

  private final Parts parts;
  private final Postgres postgres;
  private final KafkaAccess kafka;
  private final Starter starter;

  Startup(Parts parts, Postgres postgres, KafkaAccess kafka, Starter starter) {
    this.parts = parts;
    this.postgres = postgres;
    this.kafka = kafka;
    this.starter = starter;
  }

  /// Starts what is not running and waits until all is ready. After a failure, what runs is left
  /// running.
  void run() throws NotReadyException, IOException, InterruptedException {
    var administrations = Cast.administrations();
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    try {
      all(
          executor,
          () -> start(Keycloak.NAME),
          () -> {
            start(KafkaBroker.NAME);
            new KafkaLayout(kafka).apply(administrations);
            new HangingTransactions(kafka.platform()).end();
          },
          () -> {
            start(Postgres.NAME);
            postgres.create(Parts.databases());
            start(Registry.NAME);
          });
      parts.registry().register(administrations);
      all(
          executor,
          Service.ids().stream().map(service -> (Step) () -> start(service)).toArray(Step[]::new));
    } finally {
      // After a failure the other starts are given up, and none may go on behind its report; after
      // a success nothing is left to give up.
      executor.shutdownNow();
      executor.awaitTermination(GIVE_UP.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void start(String name) throws NotReadyException, IOException, InterruptedException {
    starter.start(parts.launch(name));
  }

  /// Work that starts a part.
  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }

  /// Takes all steps at once and waits for the last, or for the first that fails.
  private static void all(ExecutorService executor, Step... steps)
      throws NotReadyException, IOException, InterruptedException {
    var running = new ExecutorCompletionService<@Nullable Void>(executor);
    for (Step step : steps) {
      running.submit(
          () -> {
            step.run();
            return null;
          });
    }
    for (int i = 0; i < steps.length; i++) {
      require(running.take());
    }
  }

  private static void require(Future<@Nullable Void> done)
      throws NotReadyException, IOException, InterruptedException {
    try {
      done.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case NotReadyException notReady -> throw notReady;
        case IOException io -> throw io;
        case null, default -> throw new CompletionException(e.getCause());
      }
    }
  }
}
