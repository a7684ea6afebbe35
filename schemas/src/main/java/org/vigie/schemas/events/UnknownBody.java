package org.vigie.schemas.events;

import org.apache.avro.AvroRuntimeException;
import org.jspecify.annotations.Nullable;

/// A record was read whose body this release has no case for. The reader of the topic makes an
/// unreadable record of it.
@SuppressWarnings("serial")
public final class UnknownBody extends AvroRuntimeException {

  private final String reason;

  /// @param of what has the body, as in « record »
  UnknownBody(String of, @Nullable Object body) {
    this(
        "this release cannot read a %s whose body is a %s"
            .formatted(of, body == null ? null : body.getClass().getSimpleName()));
  }

  private UnknownBody(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
