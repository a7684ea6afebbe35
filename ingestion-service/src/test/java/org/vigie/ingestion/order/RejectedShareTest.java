package org.vigie.ingestion.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.ingestion.order.Tally.Counts;
import org.vigie.ingestion.parse.Outcome.Rejected;

class RejectedShareTest {

  @ParameterizedTest
  @CsvSource({
    // read, rejected, filtered, refused
    "0, 0, 0, false",
    "1, 1, 0, true",
    "20, 20, 0, true",
    "20, 19, 0, false",
    "20, 19, 1, true",
    "20, 0, 20, false",
    "49, 48, 0, false",
    "50, 10, 0, false",
    "50, 11, 0, true",
    "1000, 200, 700, false",
    "1000, 201, 700, true",
  })
  void aFileIsRefusedWithoutAUsableRowOrWithTooManyRejectedOnes(
      int read, int rejected, int filtered, boolean refused) {
    assertThat(RejectedShare.USUAL.refusal(counts(read, rejected, filtered)).isPresent())
        .isEqualTo(refused);
  }

  @Test
  void theReasonTellsTheCountsTheShareAndTheFirstError() {
    assertThat(RejectedShare.USUAL.refusal(counts(100, 21, 0)))
        .hasValue(
            "21 of its 100 rows are rejected, and max-rejected-share is 20 %; the first is line 2:"
                + " siret has 14 digits");
    assertThat(RejectedShare.USUAL.refusal(counts(3, 3, 0)).orElseThrow())
        .startsWith("none of its 3 rows can be used; the first is line 2");
  }

  @Test
  void anInstallationMaySetAnother() {
    assertThat(new RejectedShare(1).refusal(counts(100, 99, 0))).isEmpty();
    assertThat(new RejectedShare(0).refusal(counts(100, 1, 0))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void aShareIs0To1(double share) {
    assertThatThrownBy(() -> new RejectedShare(share)).hasMessageContaining("0 to 1");
  }

  private static Counts counts(int read, int rejected, int filtered) {
    var tally = new Tally();
    for (int i = 0; i < read; i++) {
      tally.read();
      if (i < rejected) {
        tally.rejected(i + 2L, new Rejected("siret", "1", "has 14 digits"));
      } else if (i < rejected + filtered) {
        tally.filtered();
      }
    }
    return tally.counts();
  }
}
