package org.vigie.devkit.watch;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/// Starts again what ended, by the rule of [Supervision], and keeps book of it.
public final class Supervisor {

  private final Supervised processes;
  private final RestartBook book;
  private final Supervision rule;
  private final Clock clock;
  private final Consumer<String> progress;

  public Supervisor(
      Supervised processes,
      RestartBook book,
      Supervision rule,
      Clock clock,
      Consumer<String> progress) {
    this.processes = processes;
    this.book = book;
    this.rule = rule;
    this.clock = clock;
    this.progress = progress;
  }

  /// Looks once at every process.
  public void look() throws IOException, InterruptedException {
    for (String name : processes.ended()) {
      Restarts known = book.read(name);
      if (known.failure() == null) {
        attend(name, known.ended(clock.instant()));
      }
    }
  }

  private void attend(String name, Restarts restarts) throws IOException, InterruptedException {
    Instant now = clock.instant();
    switch (rule.decide(restarts, now)) {
      case Decision.Restart _ -> book.write(name, restart(name, restarts, now));
      case Decision.Wait _ -> book.write(name, restarts);
      case Decision.GiveUp(String reason) -> {
        progress.accept("%s %s failed: %s".formatted(now, name, reason));
        book.write(name, restarts.failed(reason));
      }
    }
  }

  private Restarts restart(String name, Restarts restarts, Instant now)
      throws InterruptedException {
    try {
      processes.startAgain(name);
      progress.accept("%s %s ended and was started again".formatted(now, name));
      return restarts.restarted(now);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      progress.accept("%s %s cannot be started again: %s".formatted(now, name, e.getMessage()));
      return restarts.attempted(now);
    }
  }
}
