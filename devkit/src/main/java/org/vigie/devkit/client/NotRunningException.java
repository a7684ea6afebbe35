package org.vigie.devkit.client;

import java.io.IOException;
import org.vigie.devkit.installation.Installation;

/// The installation does not answer.
public final class NotRunningException extends IOException {

  private static final long serialVersionUID = 1L;

  NotRunningException(Installation installation) {
    super(
        "Vigie is not running on %s (ports from %d): start it with ./vigie up"
            .formatted(installation.data(), installation.portBase()));
  }
}
