package org.vigie.ingestion.push;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.vigie.kit.http.Problem;
import org.vigie.kit.http.ProblemException;

/// Bounds the pushes in hand and their bytes, from before a body is read until its push is done.
/// Bytes are taken as they come. Both are shared as [Room] tells: slow clients, however much they
/// hold, leave every other client some pushes of a common size.
@ApplicationScoped
class InHand {

  // Some groups of pushes: more of them in hand make no group come sooner.
  static final int PUSHES_OF_OWN = 8;
  static final int PUSHES_COMMON = 256;
  static final int PUSHES_MAX = Room.CLIENTS_MAX * PUSHES_OF_OWN + PUSHES_COMMON;

  // Some hundred facts.
  static final int BYTES_OF_OWN = 64 << 10;

  // Two of the largest pushes. Until its records are written a body weighs up to six times its
  // bytes: with what is each client's own, 60 MiB of a heap of 192 MiB.
  static final int BYTES_COMMON = 2 * PushBody.BYTES_MAX;

  // A push in hand is done within some transactions.
  private static final int RETRY_SECONDS = 2;

  private final Room pushes = new Room(PUSHES_OF_OWN, PUSHES_COMMON);
  private final Room bytes = new Room(BYTES_OF_OWN, BYTES_COMMON);

  /// Takes one more push of a client in hand.
  ///
  /// @throws ProblemException with 503 when too many are
  synchronized Hold take(String client) {
    take(pushes, client, 1, "pushes");
    return new Hold(client);
  }

  private synchronized void takeBytes(String client, int more) {
    take(bytes, client, more, "bytes of pushes");
  }

  private static void take(Room room, String client, int more, String what) {
    switch (room.take(client, more)) {
      case TAKEN -> {}
      case SHARE_USED_UP -> throw tooMuch("too many " + what + " of this client are in hand");
      case ALL_USED_UP -> throw tooMuch("too many " + what + " are in hand");
    }
  }

  private synchronized void giveBack(String client, long itsBytes) {
    pushes.giveBack(client, 1);
    bytes.giveBack(client, itsBytes);
  }

  private static ProblemException tooMuch(String detail) {
    return Problem.retryAfter(RETRY_SECONDS, "Too much at once", detail + "; push again");
  }

  /// What one push holds. It is given back once its reader has let go of it and what it waits for
  /// has come.
  final class Hold implements AutoCloseable {

    private final String client;
    private final AtomicBoolean givenBack = new AtomicBoolean();
    private CompletionStage<?> last = CompletableFuture.completedStage(null);
    private long held;

    private Hold(String client) {
      this.client = client;
    }

    /// Takes room for more bytes, at once or not at all.
    ///
    /// @throws ProblemException with 503 when there is none
    void take(int more) {
      takeBytes(client, more);
      held += more;
    }

    /// Keeps what is held until this has come, too: a group writes a push whose sender waits no
    /// longer.
    void keepUntil(CompletionStage<?> done) {
      last = done;
    }

    @Override
    public void close() {
      last.whenComplete(
          (_, _) -> {
            if (givenBack.compareAndSet(false, true)) {
              giveBack(client, held);
            }
          });
    }
  }
}
