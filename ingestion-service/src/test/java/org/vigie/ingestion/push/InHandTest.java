package org.vigie.ingestion.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.vigie.kit.http.ProblemException;

class InHandTest {

  private static final int MIB = 1 << 20;
  private static final int PUSHES_OF_CLIENT = InHand.PUSHES_OF_OWN + InHand.PUSHES_COMMON / 2;

  private final InHand inHand = new InHand();

  @Test
  void aClientHasAShareOfThePushes() {
    take("a", PUSHES_OF_CLIENT);
    isRefused(() -> inHand.take("a"), "pushes of this client");
    assertThatCode(() -> inHand.take("b")).doesNotThrowAnyException();
  }

  @Test
  void aClientHasAShareOfTheBytes() {
    var holds = take("a", 9);
    for (int push = 0; push < 4; push++) {
      holds.get(push).take(MIB);
    }
    isRefused(() -> holds.get(8).take(MIB), "bytes of pushes of this client");
    assertThatCode(() -> inHand.take("b").take(4 * MIB)).doesNotThrowAnyException();
  }

  @Test
  void slowClientsLeaveEveryOtherSomePushes() {
    for (var slow : List.of("slow 1", "slow 2", "slow 3", "slow 4")) {
      takeAllItGets(slow);
    }
    for (int other = 5; other <= Room.CLIENTS_MAX; other++) {
      for (var hold : take("other " + other, InHand.PUSHES_OF_OWN)) {
        hold.take(InHand.BYTES_OF_OWN / InHand.PUSHES_OF_OWN);
      }
    }
    isRefused(() -> inHand.take("other 5"), "too many pushes are in hand");
    isRefused(() -> inHand.take("one too many"), "too many pushes are in hand");
  }

  @Test
  void theLargestPushFindsRoomBesideAnother() {
    for (var client : List.of("a", "b")) {
      assertThatCode(() -> read(client, PushBody.BYTES_MAX)).doesNotThrowAnyException();
    }
    assertThatCode(() -> read("c", InHand.BYTES_OF_OWN - 1)).doesNotThrowAnyException();
    isRefused(() -> read("d", InHand.BYTES_OF_OWN + MIB), "too many bytes of pushes are in hand");
  }

  @Test
  void whatIsDoneGivesItsRoomBack() {
    for (int push = 0; push < 10 * InHand.PUSHES_MAX; push++) {
      try (var hold = inHand.take("a")) {
        hold.take(MIB);
      }
    }
    take("a", PUSHES_OF_CLIENT).getFirst().take(4 * MIB);
  }

  @Test
  void whatAGroupStillWritesStaysInHand() {
    var written = new CompletableFuture<String>();
    for (var hold : take("a", PUSHES_OF_CLIENT)) {
      hold.keepUntil(written);
      hold.close();
    }
    isRefused(() -> inHand.take("a"), "pushes of this client");
    written.completeExceptionally(new IllegalStateException("the broker is away"));
    take("a", PUSHES_OF_CLIENT);
  }

  private List<InHand.Hold> take(String client, int pushes) {
    var holds = new ArrayList<InHand.Hold>();
    for (int push = 0; push < pushes; push++) {
      holds.add(inHand.take(client));
    }
    return holds;
  }

  private void takeAllItGets(String client) {
    for (int push = 0; push < PUSHES_OF_CLIENT; push++) {
      try {
        var hold = inHand.take(client);
        while (true) {
          hold.take(1 << 10);
        }
      } catch (ProblemException _) {
        // Others, or the client itself, hold the rest.
      }
    }
  }

  private void read(String client, int bytes) throws IOException {
    PushBody.read(
        new ByteArrayInputStream(new byte[bytes]), inHand.take(client), Duration.ZERO, () -> 0);
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
