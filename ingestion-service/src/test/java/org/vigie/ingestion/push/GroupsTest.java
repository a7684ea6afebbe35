package org.vigie.ingestion.push;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A group of integers, each of which stands for a push of so many facts.
class GroupsTest {

  private final Groups<Integer> groups = new Groups<>(facts -> facts);

  @Test
  void whatComesTogetherIsAGroup() throws InterruptedException {
    offer(1, 2, 3);
    assertThat(groups.next()).containsExactly(1, 2, 3);
  }

  @Test
  void whatDoesNotFitStartsTheNextGroupInItsTurn() throws InterruptedException {
    offer(499, 2, 498, 1);
    assertThat(groups.next()).containsExactly(499);
    assertThat(groups.next()).containsExactly(2, 498);
    assertThat(groups.next()).containsExactly(1);
  }

  @Test
  void whatIsLargerThanAGroupTravelsAlone() throws InterruptedException {
    offer(499, 10_000, 10_000, 1);
    assertThat(groups.next()).containsExactly(499);
    assertThat(groups.next()).containsExactly(10_000);
    assertThat(groups.next()).containsExactly(10_000);
    assertThat(groups.next()).containsExactly(1);
  }

  private void offer(int... pushes) {
    for (int facts : pushes) {
      assertThat(groups.offer(facts)).isTrue();
    }
  }
}
