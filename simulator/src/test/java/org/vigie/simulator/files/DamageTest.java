package org.vigie.simulator.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.chance.Chance;
import org.vigie.simulator.chance.Stream;

class DamageTest {

  private static final ProcolFormat FORMAT = new ProcolFormat();
  private static final List<String> ROW =
      List.of("00845230200014", "008452302", "26MAY2025", "1", "Ouverture_liquidation");

  @Property
  void aSpoiledRowIsNeverTheRow(@ForAll long seed) {
    var spoiled = Damage.spoil(FORMAT.header(0), ROW, FORMAT, Chance.of(seed, Stream.DAMAGE));
    assertThat(spoiled).isNotEqualTo(Line.of(ROW, ';')).endsWith((byte) '\n');
  }

  @Test
  void everyKindOfDamageOccurs() {
    Set<String> kinds = new HashSet<>();
    for (int seed = 0; seed < 100; seed++) {
      kinds.add(kind(Damage.spoil(FORMAT.header(0), ROW, FORMAT, Chance.of(seed, Stream.DAMAGE))));
    }
    assertThat(kinds)
        .containsExactlyInAnyOrder("bad date", "letter in number", "missing field", "not UTF-8");
  }

  private static String kind(byte[] line) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      if (text.contains("32MAY2025")) {
        return "bad date";
      }
      return text.split(";", -1).length < ROW.size() ? "missing field" : "letter in number";
    } catch (CharacterCodingException e) {
      return "not UTF-8";
    }
  }
}
