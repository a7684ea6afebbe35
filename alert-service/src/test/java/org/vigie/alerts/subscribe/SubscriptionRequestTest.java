package org.vigie.alerts.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.alerts.subscribe.SubscriptionRequest.Checked.Accepted;
import org.vigie.alerts.subscribe.SubscriptionRequest.Checked.Refused;
import org.vigie.schemas.access.Zone;

class SubscriptionRequestTest {

  private static final Zone FRANCE = new Zone(true, Set.of());
  private static final Zone NORD = new Zone(false, Set.of("59", "62"));

  @Test
  void knownDepartementsOfTheZoneAreWatched() {
    assertThat(departements(NORD, "62", "59", "62"))
        .isInstanceOfSatisfying(
            Accepted.class,
            accepted -> assertThat(accepted.terms().departements()).containsExactly("59", "62"));
    assertThat(departements(FRANCE, "2A", "971")).isInstanceOf(Accepted.class);
  }

  @Test
  void franceEntiereByItsNameWatchesAllOfAZoneThatIsAllOfFrance() {
    assertThat(departements(FRANCE, "FR"))
        .isInstanceOfSatisfying(
            Accepted.class, accepted -> assertThat(accepted.terms().departements()).isEmpty());
    assertThat(departements(NORD, "FR")).isInstanceOf(Refused.class);
    assertThat(departements(FRANCE, "FR", "59")).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "00", "99", "2a", "5", "nord", "\u0000", " 59"})
  void whatIsNoDepartementIsRefusedEvenWhereAllOfFranceIsOpen(String code) {
    assertThat(departements(FRANCE, "59", code))
        .isEqualTo(
            new Refused(
                "departements", code, "the code of a French département, as 59, 2A or 971"));
  }

  @Test
  void aHugeDepartementIsRefusedWithItsBeginningAlone() {
    assertThat(departements(FRANCE, "9".repeat(9_000_000)))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.value()).hasSize(41).endsWith("…"));
  }

  @Test
  void moreCodesThanThereAreAndNoCodeAtAllAreRefused() {
    assertThat(departements(FRANCE, Collections.nCopies(110, "59").toArray(String[]::new)))
        .isEqualTo(new Refused("departements", "110 codes", "at most 109"));
    assertThat(departements(FRANCE, (String) null)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0, 1, -0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aThresholdIsBetweenZeroAndOne(double threshold) {
    assertThat(new SubscriptionRequest("a", 18, null, threshold, null).check(FRANCE))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.field()).isEqualTo("threshold"));
  }

  private static SubscriptionRequest.Checked departements(Zone zone, @Nullable String... codes) {
    List<@Nullable String> listed = Arrays.asList(codes);
    return new SubscriptionRequest("a", 18, null, null, listed).check(zone);
  }
}
