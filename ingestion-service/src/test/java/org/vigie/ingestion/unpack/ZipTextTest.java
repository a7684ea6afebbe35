package org.vigie.ingestion.unpack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.ingestion.unpack.Packings.joined;
import static org.vigie.ingestion.unpack.Packings.zip;
import static org.vigie.ingestion.unpack.Packings.zip64;
import static org.vigie.ingestion.unpack.Packings.zipStored;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.ingestion.delivery.Container;

class ZipTextTest {

  private static final String TEXT = "siren,nic\n".repeat(20_000);
  private static final String NAME = "StockEtablissement_utf8.csv";

  @Test
  void itsOneFileIsTheText() throws IOException {
    assertThat(text(zip(NAME, TEXT))).isEqualTo(TEXT);
    assertThat(text(zipStored(NAME, TEXT))).isEqualTo(TEXT);
    assertThat(text(zip("é.csv", ""))).isEmpty();
    assertThat(text(joined(zip(NAME, TEXT), new byte[512]))).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void lengthsOfEightBytesAreRead(boolean descriptor) throws IOException {
    assertThat(text(zip64(NAME, TEXT, descriptor))).isEqualTo(TEXT);
  }

  @Test
  void severalFilesAreRefused() {
    assertThatThrownBy(() -> text(zip("a.csv", "a", "b.csv", "b")))
        .isInstanceOf(UnpackException.class)
        .hasMessage("the zip holds several files, a.csv and others: deliver one zip for each");
    assertThatThrownBy(() -> text(zip("a/", "", "a/b.csv", "b"))).hasMessageContaining("directory");
    assertThatThrownBy(() -> text(zip())).hasMessage("the zip holds no file");
  }

  @Test
  void whatIsEncryptedIsRefused() {
    var packed = zip(NAME, TEXT);
    packed[6] |= 1;
    assertThatThrownBy(() -> text(packed))
        .hasMessage("the zip is encrypted: deliver it without a password");
  }

  @Test
  void anotherCompressionIsRefusedWithItsNumber() {
    var packed = zip(NAME, TEXT);
    packed[8] = 9;
    assertThatThrownBy(() -> text(packed))
        .hasMessage("the zip is compressed by method 9: zip it again with Deflate");
  }

  @Test
  void bytesThatNothingInItSpeaksOfAreRefused() {
    var packed = zip(NAME, TEXT);
    assertThatThrownBy(() -> text(joined(packed, "1,2\n".getBytes(UTF_8))))
        .hasMessageContaining("followed by other bytes");
    assertThatThrownBy(() -> text(joined("1,2\n".getBytes(UTF_8), packed)))
        .hasMessageContaining("the zip is none");
    int end = packed.length - 22;
    var hidden =
        joined(
            Arrays.copyOf(packed, end),
            "1,2\n".getBytes(UTF_8),
            Arrays.copyOfRange(packed, end, packed.length));
    assertThatThrownBy(() -> text(hidden)).isInstanceOf(UnpackException.class);
  }

  @Test
  void whereverItIsCutItIsRefused() {
    var whole = zip(NAME, "siren,nic\n");
    for (int length = 0; length < whole.length; length++) {
      var cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> text(cut)).isInstanceOf(UnpackException.class);
    }
  }

  @Property(tries = 300)
  void aByteThatChangedRefusesItOrIsNoneOfItsText(@ForAll int at, @ForAll byte change)
      throws IOException {
    var damaged = zip(NAME, "siren,nic\n1,2\n");
    damaged[Math.floorMod(at, damaged.length)] ^= change;
    try {
      assertThat(text(damaged)).isEqualTo("siren,nic\n1,2\n");
    } catch (UnpackException e) {
      assertThat(e).hasMessageContaining("the zip");
    }
  }

  @Property(tries = 2_000)
  void anyBytesAfterItsMarkAreATextOrARefusal(@ForAll byte[] bytes) throws IOException {
    var local = new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 0, 0};
    try {
      assertThat(text(joined(local, bytes))).isNotNull();
    } catch (UnpackException e) {
      assertThat(e).hasMessageContaining("the zip");
    }
  }

  private static String text(byte[] packed) throws IOException {
    try (var text = Unpacked.text(new ByteArrayInputStream(packed), Container.ZIP)) {
      return new String(text.readAllBytes(), UTF_8);
    }
  }
}
