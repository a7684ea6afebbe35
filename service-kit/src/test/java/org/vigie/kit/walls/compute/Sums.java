package org.vigie.kit.walls.compute;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Computes with values of the JDK.
public record Sums(List<BigDecimal> parts, @Nullable LocalDate day) {

  enum Sign {
    MINUS,
    PLUS
  }

  BigDecimal sum() {
    return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  Sign sign() {
    return switch (Sign.valueOf("PLUS")) {
      case MINUS -> Sign.MINUS;
      case PLUS -> Stream.of(Sign.values()).findFirst().orElseThrow();
    };
  }
}
