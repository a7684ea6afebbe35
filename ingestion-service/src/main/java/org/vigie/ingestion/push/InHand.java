package org.vigie.ingestion.push;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.vigie.kit.http.Problem;
import org.vigie.kit.http.ProblemException;

/// Bounds the pushes in hand and their bytes, in all and for each client, from before a body is
/// read until its push is done. Bytes are taken as they come. Each client has a share, so that no
/// client takes the room of all others.
@ApplicationScoped
class InHand {

  // Some groups of pushes: more of them in hand make no group come sooner.
  static final int PUSHES_MAX = 512;
  static final int PUSHES_OF_CLIENT_MAX = 128;

  // Until its records are written a body weighs up to six times its bytes, in a heap of 192 MiB.
  static final long BYTES_MAX = 10L << 20;

  // The largest push, and smaller ones beside it.
  static final long BYTES_OF_CLIENT_MAX = 5L << 20;

  // A push in hand is done within some transactions.
  private static final int RETRY_SECONDS = 2;

  private final Share all = new Share(PUSHES_MAX, BYTES_MAX);
  private final Map<String, Share> clients = new HashMap<>();

  /// Takes one more push of a client in hand.
  ///
  /// @throws ProblemException with 503 when too many are
  synchronized Hold take(String client) {
    var share =
        clients.computeIfAbsent(client, _ -> new Share(PUSHES_OF_CLIENT_MAX, BYTES_OF_CLIENT_MAX));
    if (share.pushes == share.pushesMax) {
      throw tooMuch("too many pushes of this client are in hand");
    }
    if (all.pushes == all.pushesMax) {
      throw tooMuch("too many pushes are in hand");
    }
    share.pushes++;
    all.pushes++;
    return new Hold(client, share);
  }

  private synchronized void take(Share share, int bytes) {
    if (share.bytes + bytes > share.bytesMax) {
      throw tooMuch("too many bytes of pushes of this client are in hand");
    }
    if (all.bytes + bytes > all.bytesMax) {
      throw tooMuch("too many bytes of pushes are in hand");
    }
    share.bytes += bytes;
    all.bytes += bytes;
  }

  private synchronized void giveBack(String client, Share share, long bytes) {
    share.pushes--;
    share.bytes -= bytes;
    all.pushes--;
    all.bytes -= bytes;
    if (share.pushes == 0) {
      clients.remove(client);
    }
  }

  private static ProblemException tooMuch(String detail) {
    return Problem.retryAfter(RETRY_SECONDS, "Too much at once", detail + "; push again");
  }

  /// What one push holds. It is given back once its reader has let go of it and what it waits for
  /// has come.
  final class Hold implements AutoCloseable {

    private final String client;
    private final Share share;
    private final AtomicBoolean givenBack = new AtomicBoolean();
    private CompletionStage<?> last = CompletableFuture.completedStage(null);
    private long bytes;

    private Hold(String client, Share share) {
      this.client = client;
      this.share = share;
    }

    /// Takes room for more bytes, at once or not at all.
    ///
    /// @throws ProblemException with 503 when there is none
    void take(int more) {
      InHand.this.take(share, more);
      bytes += more;
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
              giveBack(client, share, bytes);
            }
          });
    }
  }

  private static final class Share {

    private final int pushesMax;
    private final long bytesMax;
    private int pushes;
    private long bytes;

    Share(int pushesMax, long bytesMax) {
      this.pushesMax = pushesMax;
      this.bytesMax = bytesMax;
    }
  }
}
