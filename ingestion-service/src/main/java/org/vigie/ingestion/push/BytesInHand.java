package org.vigie.ingestion.push;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import org.vigie.ingestion.answer.Problem;

/// Bounds the bytes of the pushes in hand, each from before its body is read until it is answered.
@ApplicationScoped
class BytesInHand {

  // In all. A body weighs many times its bytes while its facts are read.
  static final int KIB_MAX = 32 << 10;

  private static final int KIB = 1 << 10;

  // A push in hand is answered within some transactions.
  private static final int RETRY_SECONDS = 2;

  private final Semaphore freeKib = new Semaphore(KIB_MAX);

  /// What a push holds, given back when it is closed.
  interface Hold extends AutoCloseable {

    @Override
    void close();
  }

  /// Takes room for a body, at once or not at all.
  ///
  /// @throws org.vigie.ingestion.answer.ProblemException when there is none
  Hold take(int bytes) {
    int kib = 1 + bytes / KIB;
    if (!freeKib.tryAcquire(kib)) {
      throw Problem.retryAfter(
          RETRY_SECONDS, "Too much at once", "too many bytes of pushes are in hand; push again");
    }
    return () -> freeKib.release(kib);
  }
}
