package org.vigie.devkit.demo;

import java.io.IOException;
import java.time.Duration;
import org.vigie.devkit.client.ServiceClient;
import org.vigie.devkit.installation.Slot;

/// Watches for the first alert while the country is loaded.
final class FirstAlert implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Thread watcher;
  private volatile double seconds = Double.NaN;

  FirstAlert(ServiceClient services, Stopwatch watch) {
    this.watcher = Thread.ofVirtual().name("first-alert").start(() -> watch(services, watch));
  }

  /// When it came; NaN when none has.
  double seconds() {
    return seconds;
  }

  @Override
  public void close() throws InterruptedException {
    watcher.interrupt();
    watcher.join();
  }

  private void watch(ServiceClient services, Stopwatch watch) {
    try {
      while (services.get(Slot.ALERT_SERVICE, "/alerts?limit=1").isEmpty()) {
        Thread.sleep(PAUSE);
      }
      seconds = watch.seconds();
    } catch (InterruptedException ended) {
      // The demo is over without an alert.
    } catch (IOException e) {
      throw new IllegalStateException("alert-service does not list its alerts", e);
    }
  }
}
