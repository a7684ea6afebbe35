package org.vigie.alerts.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.Samples;
import org.vigie.schemas.Topics;
import org.vigie.schemas.access.Right;

class SubscriptionBookTest {

  @Test
  void aVersionHoldsFromItsStartOn() {
    var book = new SubscriptionBook(List.of(version(1, 10, false)));

    assertThat(book.inForce(0, 9)).isEmpty();
    assertThat(book.inForce(0, 10)).extracting(Subscription::version).containsExactly(1);
  }

  @Test
  void theLatestVersionThatHoldsDecides() {
    var book = new SubscriptionBook(List.of(version(1, 10, false), version(2, 20, false)));

    assertThat(book.inForce(0, 19)).extracting(Subscription::version).containsExactly(1);
    assertThat(book.inForce(0, 20)).extracting(Subscription::version).containsExactly(2);
  }

  @Test
  void anEndedSubscriptionIsNoLongerInForce() {
    var book = new SubscriptionBook(List.of(version(1, 10, false), version(2, 20, true)));

    assertThat(book.inForce(0, 19)).hasSize(1);
    assertThat(book.inForce(0, 20)).isEmpty();
  }

  private static Subscription version(int version, long start, boolean ended) {
    return new Subscription(
        "s1",
        "dreets-hdf",
        version,
        Samples.terms(Samples.fromModere()),
        Set.of(Right.SCORE),
        Samples.FRANCE,
        Collections.nCopies(Topics.PARTITIONS, start),
        ended);
  }
}
