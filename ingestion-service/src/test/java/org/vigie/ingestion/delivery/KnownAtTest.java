package org.vigie.ingestion.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class KnownAtTest {

  private static final LocalDate DELIVERED = LocalDate.parse("2026-07-31");
  private static final LocalDate RULE = LocalDate.parse("2020-01-15");

  @Test
  void aDayMeansItsFirstInstantInParis() {
    assertThat(KnownAt.onDay(DELIVERED).of(RULE)).isEqualTo("2026-07-30T22:00:00Z");
    assertThat(KnownAt.onDay(DELIVERED).text()).isEqualTo("2026-07-31");
  }

  @Test
  void byRuleEachFactHasItsOwnButNoneIsLaterThanTheDelivery() {
    assertThat(KnownAt.byRule(DELIVERED).of(RULE)).isEqualTo("2020-01-14T23:00:00Z");
    assertThat(KnownAt.byRule(DELIVERED).of(DELIVERED.plusDays(1)))
        .isEqualTo("2026-07-30T22:00:00Z");
    assertThat(KnownAt.byRule(DELIVERED).text()).isEqualTo("rule:2026-07-31");
  }

  @Test
  void anInstantFallsIntoADayOfParis() {
    var known = KnownAt.at(Instant.parse("2026-07-30T22:30:00Z"));
    assertThat(known.day()).isEqualTo("2026-07-31");
    assertThat(known.of(RULE)).isEqualTo("2026-07-30T22:30:00Z");
  }

  @Test
  void aDeliveryIsNamedByItsSourceItsBytesAndItsKnownAt() {
    var name = Hash.ofDelivery(Source.DEBIT, "00", KnownAt.onDay(DELIVERED), 0);
    assertThat(name)
        .hasSize(24)
        .isEqualTo(Hash.ofDelivery(Source.DEBIT, "00", KnownAt.onDay(DELIVERED), 0));
    assertThat(name)
        .isNotEqualTo(Hash.ofDelivery(Source.DEBIT, "01", KnownAt.onDay(DELIVERED), 0))
        .isNotEqualTo(Hash.ofDelivery(Source.PROCOL, "00", KnownAt.onDay(DELIVERED), 0))
        .isNotEqualTo(Hash.ofDelivery(Source.DEBIT, "00", KnownAt.byRule(DELIVERED), 0))
        .isNotEqualTo(Hash.ofDelivery(Source.DEBIT, "00", KnownAt.onDay(DELIVERED), 1));
  }
}
