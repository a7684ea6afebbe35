package org.vigie.ingestion.unpack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.ingestion.unpack.Packings.gzip;
import static org.vigie.ingestion.unpack.Packings.joined;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.vigie.ingestion.delivery.Container;

class GzipTextTest {

  private static final byte[] ONE = gzip("row 1\n".repeat(30_000));

  @Property(tries = 200)
  void itsMembersAreOneTextWhateverTheirNumber(@ForAll @Size(min = 1, max = 5) List<String> texts)
      throws IOException {
    var members = texts.stream().map(Packings::gzip).toArray(byte[][]::new);
    var whole = texts.stream().map(t -> new String(t.getBytes(UTF_8), UTF_8));
    assertThat(text(joined(members))).isEqualTo(whole.collect(Collectors.joining()));
  }

  @Test
  void onlyZerosMayFollowItsLastMember() throws IOException {
    assertThat(text(joined(ONE, new byte[100_000]))).hasSize(180_000);
    for (var after : List.of("939;71\n".getBytes(UTF_8), new byte[] {0, 1}, new byte[] {0x1F})) {
      assertThatThrownBy(() -> text(joined(ONE, after)))
          .isInstanceOf(UnpackException.class)
          .hasMessageContaining("followed by other bytes");
    }
    assertThatThrownBy(() -> text(joined(ONE, new byte[512], gzip("row 2\n"))))
        .hasMessageContaining("followed by other bytes");
  }

  @Test
  void aMemberThatIsCutRefusesItWhereverItIsCut() {
    var two = joined(gzip("row 1\n"), gzip("row 2\n"));
    int first = gzip("row 1\n").length;
    for (int length = 0; length < two.length; length++) {
      var cut = Arrays.copyOf(two, length);
      if (length != first) {
        assertThatThrownBy(() -> text(cut)).isInstanceOf(UnpackException.class);
      }
    }
  }

  @Property(tries = 300)
  void aByteThatChangedRefusesItOrIsNoneOfItsText(@ForAll int at, @ForAll byte change)
      throws IOException {
    var damaged = gzip("0;1;2;3\n4;5;6;7\n");
    damaged[Math.floorMod(at, damaged.length)] ^= change;
    try {
      assertThat(text(damaged)).isEqualTo("0;1;2;3\n4;5;6;7\n");
    } catch (UnpackException e) {
      assertThat(e).hasMessageContaining("the gzip");
    }
  }

  @Test
  void namesCommentsAndExtraFieldsOfItsHeaderArePassedOver() throws IOException {
    var plain = gzip("row\n");
    var head = Arrays.copyOf(plain, 10);
    head[3] = 0b0001_1110;
    var parts = new byte[] {2, 0, 7, 7, 'n', 0, 'c', 0, 9, 9};
    assertThat(text(joined(head, parts, Arrays.copyOfRange(plain, 10, plain.length))))
        .isEqualTo("row\n");
  }

  @Test
  void whatUnpacksToMoreThanItsBoundIsRefusedWithTheWayOut() throws IOException {
    var packed = new PackedBytes(new ByteArrayInputStream(ONE), "gzip");
    try (var bounded = new GzipText(packed, 100_000)) {
      assertThatThrownBy(bounded::readAllBytes)
          .isInstanceOf(UnpackException.class)
          .hasMessage("the file unpacks to more than 100000 bytes: deliver it in several files");
    }
  }

  @Property(tries = 2_000)
  void anyBytesAfterItsMarkAreATextOrARefusal(@ForAll byte[] bytes) throws IOException {
    try {
      assertThat(text(joined(new byte[] {0x1F, (byte) 0x8B, 8}, bytes))).isNotNull();
    } catch (UnpackException e) {
      assertThat(e).hasMessageContaining("the gzip");
    }
  }

  private static String text(byte[] packed) throws IOException {
    try (var text = Unpacked.text(new ByteArrayInputStream(packed), Container.GZIP)) {
      return new String(text.readAllBytes(), UTF_8);
    }
  }
}
