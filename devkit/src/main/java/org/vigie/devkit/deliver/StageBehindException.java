package org.vigie.devkit.deliver;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.devkit.observe.Stage;

/// A barrier did not come through in time.
public final class StageBehindException extends Exception {

  private static final long serialVersionUID = 1L;

  StageBehindException(Duration timeout, List<Stage> behind) {
    super(
        "not through after %d s; behind: %s. What was published goes on; --timeout waits longer"
            .formatted(timeout.toSeconds(), names(behind)));
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
