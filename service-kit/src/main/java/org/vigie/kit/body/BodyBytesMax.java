package org.vigie.kit.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How large a body an operation takes; without it, [BodyLimit#DEFAULT_BYTES_MAX].
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyBytesMax {

  /// For an operation that does not keep its body in memory, and bounds it itself.
  long UNBOUNDED = Long.MAX_VALUE;

  long value();
}
