package org.vigie.ingestion.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.schemas.UniteLegale;
import org.vigie.schemas.events.FactBody;
import org.vigie.schemas.events.FactBody.OfSireneUl;

/// When a stock of history says that something ended: a month after its day, but never later than
/// its delivery.
class PresentStateTest {

  private static final LocalDate CREATED = LocalDate.of(2010, 5, 3);
  private static final LocalDate DELIVERED = LocalDate.of(2026, 3, 31);
  private static final FactBody OPEN = company("open");
  private static final FactBody ENDED = company("ended");

  @Test
  void anEndIsKnownAMonthAfterItsDay() {
    assertThat(history(LocalDate.of(2026, 1, 31)))
        .extracting(Version::body, Version::occurredAt, PresentStateTest::knownOn)
        .containsExactly(
            tuple(OPEN, CREATED, CREATED),
            tuple(ENDED, LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 28)));
  }

  @Test
  void anEndOfLessThanAMonthAgoIsKnownWithItsDelivery() {
    assertThat(history(LocalDate.of(2026, 3, 25)))
        .extracting(Version::body, Version::occurredAt, PresentStateTest::knownOn)
        .containsExactly(
            tuple(OPEN, CREATED, CREATED), tuple(ENDED, LocalDate.of(2026, 3, 25), DELIVERED));
  }

  @Test
  void anEndWithoutADayIsThatOfItsDelivery() {
    assertThat(history(null))
        .extracting(Version::body, Version::occurredAt, PresentStateTest::knownOn)
        .containsExactly(tuple(OPEN, CREATED, CREATED), tuple(ENDED, DELIVERED, DELIVERED));
  }

  private static List<Version> history(@Nullable LocalDate since) {
    return new PresentState(CREATED, since).ended(OPEN, ENDED, KnownAt.byRule(DELIVERED));
  }

  private static FactBody company(String name) {
    return new OfSireneUl(UniteLegale.newBuilder().setName(name).setCeased(false).build());
  }

  private static LocalDate knownOn(Version version) {
    return version.knownAt().atZone(ZoneId.of("Europe/Paris")).toLocalDate();
  }
}
