package org.vigie.devkit.deliver;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.devkit.observe.Stage;

/// A barrier did not come through in time.
public final class StageBehindException extends Exception {

  private static final long serialVersionUID = 1L;

  /// Ingestion itself is behind: what was sent has not been published.
  static StageBehindException ofIngestion(Duration timeout) {
    return new StageBehindException(
        timeout, "ingestion-service, which has not published what was sent");
  }

  StageBehindException(Duration timeout, List<Stage> behind) {
    this(timeout, names(behind));
  }

  private StageBehindException(Duration timeout, String behind) {
    super(
        "not through after %d s; behind: %s. What was published goes on; --timeout waits longer"
            .formatted(timeout.toSeconds(), behind));
  }

  private static String names(List<Stage> behind) {
    if (behind.isEmpty()) {
      return "the relay of alert-service";
    }
    return behind.stream()
        .map(stage -> "%s by %d records".formatted(stage.name(), stage.lag()))
        .collect(Collectors.joining(", "));
  }
}
