package org.vigie.ingestion.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.ingestion.push.Room.Outcome.ALL_USED_UP;
import static org.vigie.ingestion.push.Room.Outcome.SHARE_USED_UP;
import static org.vigie.ingestion.push.Room.Outcome.TAKEN;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vigie.ingestion.push.Room.Outcome;

class RoomTest {

  private static final int OWN = 10;

  private final Room room = new Room(OWN, 100);

  @Test
  void aClientGetsItsOwnAndHalfOfWhatIsCommon() {
    assertThat(room.take("a", 60)).isEqualTo(TAKEN);
    assertThat(room.take("a", 1)).isEqualTo(SHARE_USED_UP);
  }

  @Test
  void itsOwnIsLeftToEveryClientWhenOthersHoldAllThatIsCommon() {
    room.take("a", 60);
    room.take("b", 60);
    for (int client = 3; client <= Room.CLIENTS_MAX; client++) {
      assertThat(room.take("client " + client, OWN)).isEqualTo(TAKEN);
      assertThat(room.take("client " + client, 1)).isEqualTo(ALL_USED_UP);
    }
    assertThat(room.take("one too many", 1)).isEqualTo(ALL_USED_UP);
  }

  @Test
  void whatIsRefusedTakesNothing() {
    assertThat(room.take("a", 61)).isEqualTo(SHARE_USED_UP);
    assertThat(room.take("a", 60)).isEqualTo(TAKEN);
  }

  @Property
  boolean allIsThereAgainOnceAllIsGivenBack(
      @ForAll List<@IntRange(min = 1, max = 70) Integer> takings) {
    var used = new Room(OWN, 100);
    for (int i = 0; i < takings.size(); i++) {
      if (used.take("client " + i % 3, takings.get(i)) != TAKEN) {
        takings.set(i, 0);
      }
    }
    for (int i = 0; i < takings.size(); i++) {
      used.giveBack("client " + i % 3, takings.get(i));
    }
    return List.of(used.take("a", 60), used.take("b", 60), used.take("c", OWN)).stream()
        .allMatch(Outcome.TAKEN::equals);
  }
}
