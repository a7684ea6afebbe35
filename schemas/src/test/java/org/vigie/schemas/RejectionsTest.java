package org.vigie.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RejectionsTest {

  @Test
  void itSaysWhereARecordWasAndWhy() {
    var rejection = of(new byte[] {1, 2, 3});

    assertThat(rejection.getOrigin()).isEqualTo("company-scores/7");
    assertThat(rejection.getLine()).isEqualTo(42);
    assertThat(rejection.getOffset()).isZero();
    assertThat(rejection.getLength()).isEqualTo(3);
    assertThat(rejection.getReason()).isEqualTo("a rule");
    assertThat(rejection.getRaw().array()).containsExactly(1, 2, 3);
  }

  @Test
  void aTombstoneHasNoBytes() {
    assertThat(of(null).getLength()).isZero();
    assertThat(of(null).getRaw().remaining()).isZero();
  }

  @Test
  void ofALongRecordTheFirst64KibAreKeptAndItsLengthIsTold() {
    var raw = new byte[64 * 1024 + 1];
    raw[64 * 1024 - 1] = 9;

    var rejection = of(raw);

    assertThat(rejection.getLength()).isEqualTo(64 * 1024 + 1);
    assertThat(rejection.getRaw().array()).isEqualTo(Arrays.copyOf(raw, 64 * 1024));
  }

  private static Rejection of(byte @Nullable [] raw) {
    return Rejections.ofRecord(Topics.COMPANY_SCORES, 7, 42, raw, "a rule")
        .setDelivery("d")
        .setProvider("p")
        .setSource("s")
        .build();
  }
}
