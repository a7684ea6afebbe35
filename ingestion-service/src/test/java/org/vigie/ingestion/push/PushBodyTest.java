package org.vigie.ingestion.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.ingestion.delivery.Hash;
import org.vigie.kit.http.ProblemException;

class PushBodyTest {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final InHand inHand = new InHand();
  private final AtomicLong nanos = new AtomicLong();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8_191, 8_192, 8_193, 100_000, 4 << 20})
  void isReadToItsEnd(int length) throws IOException {
    var bytes = bytes(length);
    var body = read(new ByteArrayInputStream(bytes));
    assertThat(body.open().readAllBytes()).isEqualTo(bytes);
    assertThat(body.sha256()).isEqualTo(HexFormat.of().formatHex(Hash.sha256().digest(bytes)));
  }

  @Test
  void isAtMost4MiB() {
    assertThat(refusal(new ByteArrayInputStream(bytes((4 << 20) + 1)))).isEqualTo(413);
  }

  @Test
  void isReadWithinItsTime() {
    assertThat(refusal(new Trickle())).isEqualTo(408);
  }

  @Test
  void takesRoomForWhatHasComeAndNotForWhatIsAnnounced() throws IOException {
    for (int push = 0; push < 7; push++) {
      PushBody.read(new ByteArrayInputStream(bytes(10)), inHand.take("a"), LONGEST, nanos::get);
    }
    assertThat(refusal(new ByteArrayInputStream(bytes(4 << 20)))).isEqualTo(0);
  }

  @Test
  void isRefusedWhereItFindsNoRoom() throws IOException {
    PushBody.read(new ByteArrayInputStream(bytes(4 << 20)), inHand.take("a"), LONGEST, nanos::get);
    assertThat(refusal(new ByteArrayInputStream(bytes(4 << 20)))).isEqualTo(503);
  }

  private static byte[] bytes(int length) {
    var bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    return bytes;
  }

  private PushBody read(InputStream body) throws IOException {
    try (var hold = inHand.take("a")) {
      return PushBody.read(body, hold, LONGEST, nanos::get);
    }
  }

  /// The status of a refusal; 0 when there is none.
  private int refusal(InputStream body) {
    var refused = catchThrowableOfType(ProblemException.class, () -> read(body));
    return refused == null ? 0 : refused.problem().status();
  }

  /// A byte a second, for ever.
  private final class Trickle extends InputStream {

    @Override
    public int read() {
      nanos.addAndGet(1_000_000_000);
      return 'x';
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      bytes[offset] = (byte) read();
      return 1;
    }
  }
}
