package org.vigie.ingestion.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.vigie.kit.http.ProblemException;

class InHandTest {

  private static final int MIB = 1 << 20;

  private final InHand inHand = new InHand();

  @Test
  void aClientHasAShareOfThePushes() {
    take("a", InHand.PUSHES_OF_CLIENT_MAX);
    isRefused(() -> inHand.take("a"), "pushes of this client");
    assertThatCode(() -> inHand.take("b")).doesNotThrowAnyException();
  }

  @Test
  void aClientHasAShareOfTheBytes() {
    var holds = take("a", 9);
    for (int push = 0; push < 5; push++) {
      holds.get(push).take(MIB);
    }
    isRefused(() -> holds.get(8).take(MIB), "bytes of pushes of this client");
    assertThatCode(() -> inHand.take("b").take(4 * MIB)).doesNotThrowAnyException();
  }

  @Test
  void allClientsTogetherHaveABound() {
    for (var client : List.of("a", "b", "c", "d")) {
      take(client, InHand.PUSHES_OF_CLIENT_MAX);
    }
    isRefused(() -> inHand.take("e"), "too many pushes are in hand");
  }

  @Test
  void allBytesTogetherHaveABound() {
    for (var client : List.of("a", "b")) {
      inHand.take(client).take(5 * MIB);
    }
    var last = inHand.take("c");
    isRefused(() -> last.take(1), "too many bytes of pushes are in hand");
  }

  @Test
  void whatIsDoneGivesItsRoomBack() {
    for (int push = 0; push < 10 * InHand.PUSHES_MAX; push++) {
      try (var hold = inHand.take("a")) {
        hold.take(MIB);
      }
    }
    take("a", InHand.PUSHES_OF_CLIENT_MAX).getFirst().take(5 * MIB);
  }

  @Test
  void whatAGroupStillWritesStaysInHand() {
    var written = new CompletableFuture<String>();
    for (var hold : take("a", InHand.PUSHES_OF_CLIENT_MAX)) {
      hold.keepUntil(written);
      hold.close();
    }
    isRefused(() -> inHand.take("a"), "pushes of this client");
    written.completeExceptionally(new IllegalStateException("the broker is away"));
    take("a", InHand.PUSHES_OF_CLIENT_MAX);
  }

  private List<InHand.Hold> take(String client, int pushes) {
    var holds = new ArrayList<InHand.Hold>();
    for (int push = 0; push < pushes; push++) {
      holds.add(inHand.take(client));
    }
    return holds;
  }

  private static void isRefused(ThrowingCallable taking, String why) {
    assertThatThrownBy(taking)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> {
              assertThat(refusal.problem().status()).isEqualTo(503);
            })
        .hasMessageContaining(why)
        .hasMessageContaining("push again");
  }
}
