package org.vigie.ingestion.unpack;

import java.io.IOException;

/// What a delivery came in is damaged, or of a kind that is not taken: its message is the reason
/// for which the delivery is refused. A disk that fails is another `IOException`.
public final class UnpackException extends IOException {

  private static final long serialVersionUID = 1L;

  UnpackException(String reason) {
    super(reason);
  }
}
