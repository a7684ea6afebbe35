package org.vigie.simulator.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.calendar.Timeline;
import org.vigie.simulator.life.Action;
import org.vigie.simulator.life.Judgement;
import org.vigie.simulator.life.Stage;

class VersionsTest {

  @Test
  void eachDeliveryGetsTheLatestVersionOnly() {
    assertThat(delivered("2019-03-01", "2025-06-22", "2025-06-23", "2025-09-01"))
        .containsExactly("2025-06-22", "2025-06-23", "2025-09-01");
  }

  @Test
  void aSingleVersionIsDelivered() {
    assertThat(delivered("2025-12-01")).containsExactly("2025-12-01");
  }

  private static List<String> delivered(String... days) {
    var judgement = new Judgement(LocalDate.EPOCH, Action.LIQUIDATION, Stage.OUVERTURE);
    var versions =
        Stream.of(days).map(day -> new ProcolRow(LocalDate.parse(day), "", "", judgement)).toList();
    var out = new ArrayList<Row>();
    Versions.deliver(versions, new Timeline(12), out::add);
    return out.stream().map(row -> row.knownOn().toString()).toList();
  }
}
