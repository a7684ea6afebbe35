package org.vigie.ingestion.push;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongSupplier;
import org.vigie.ingestion.delivery.Hash;
import org.vigie.kit.http.Problem;
import org.vigie.kit.http.ProblemException;

/// The body of a push, in the pieces in which it was taken in hand.
final class PushBody {

  /// The largest body of a push.
  static final int BYTES_MAX = 4 << 20;

  // Room is taken in such pieces: what a small push weighs beside its bytes.
  private static final int PIECE_BYTES = 8 << 10;

  private final List<byte[]> pieces;

  private PushBody(List<byte[]> pieces) {
    this.pieces = pieces;
  }

  /// A body that is in memory.
  static PushBody of(byte[] bytes) {
    return new PushBody(List.of(bytes));
  }

  /// Reads a body to its end.
  ///
  /// @param room where the room of each piece is taken before it is read
  /// @param longest how long the whole body may take to come
  /// @param nanos a clock that never goes back
  /// @throws ProblemException when it is too large (413), too slow (408), or finds no room (503)
  static PushBody read(InputStream body, InHand.Hold room, Duration longest, LongSupplier nanos)
      throws IOException {
    long start = nanos.getAsLong();
    var pieces = new ArrayList<byte[]>();
    int filled = PIECE_BYTES;
    while (true) {
      if (filled == PIECE_BYTES) {
        room.take(PIECE_BYTES);
        pieces.add(new byte[PIECE_BYTES]);
        filled = 0;
      }
      int read = body.read(pieces.getLast(), filled, PIECE_BYTES - filled);
      if (read < 0) {
        pieces.add(Arrays.copyOf(pieces.removeLast(), filled));
        return new PushBody(pieces);
      }
      filled += read;
      if ((pieces.size() - 1) * PIECE_BYTES + filled > BYTES_MAX) {
        throw tooLarge();
      }
      if (nanos.getAsLong() - start > longest.toNanos()) {
        throw Problem.of(
            408, "Too slow", "a push comes whole within " + longest.toSeconds() + " seconds");
      }
    }
  }

  static ProblemException tooLarge() {
    return Problem.of(413, "Too large", "a push is at most " + BYTES_MAX + " bytes");
  }

  /// Its bytes, from the first on.
  InputStream open() {
    return new SequenceInputStream(
        Collections.enumeration(pieces.stream().map(ByteArrayInputStream::new).toList()));
  }

  String sha256() {
    var digest = Hash.sha256();
    pieces.forEach(digest::update);
    return HexFormat.of().formatHex(digest.digest());
  }
}
