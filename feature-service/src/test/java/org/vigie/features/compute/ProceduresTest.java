package org.vigie.features.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vigie.features.facts.ProcedureEvent;

class ProceduresTest {

  private static final String TABLE =
      """
      events                                                                                      | on 2026-01-01
      nothing                                                                                     | In bonis
      redressement ouverture 2025-03-01                                                           | Redressement judiciaire
      redressement ouverture_procedure 2025-03-01                                                 | Redressement judiciaire
      redressement ouverture 2026-03-01                                                           | In bonis
      redressement solde_procedure 2025-03-01                                                     | In bonis
      redressement ouverture 2025-03-01, redressement solde_procedure 2025-04-01                  | Redressement judiciaire
      redressement ouverture 2025-03-01, redressement fin_procedure 2025-09-01                    | In bonis
      redressement ouverture 2025-03-01, redressement abandon_procedure 2025-09-01                | In bonis
      redressement ouverture 2025-03-01, redressement inclusion_autre_procedure 2025-09-01        | In bonis
      redressement ouverture 2025-03-01, redressement plan_continuation 2025-09-01                | Plan de redressement
      sauvegarde ouverture 2025-03-01, sauvegarde plan_continuation 2025-09-01                    | Plan de sauvegarde
      redressement plan_continuation 2016-01-01                                                   | In bonis
      redressement plan_continuation 2016-01-02                                                   | Plan de redressement
      redressement plan_continuation 2016-01-01, redressement ouverture 2025-09-01                | Redressement judiciaire
      redressement fin_procedure 2025-03-01, redressement ouverture 2025-09-01                    | Redressement judiciaire
      redressement ouverture 2025-03-01, redressement fin_procedure 2025-03-01                    | In bonis
      redressement plan_continuation 2025-03-01, redressement ouverture 2025-03-01                | Plan de redressement
      redressement abandon_procedure 2025-03-01, redressement inclusion_autre_procedure 2025-03-01| In bonis
      sauvegarde ouverture 2025-03-01, redressement ouverture 2025-04-01                          | Redressement judiciaire
      sauvegarde ouverture 2025-03-01, liquidation ouverture 2025-04-01                           | Liquidation judiciaire
      liquidation ouverture 2025-03-01, redressement ouverture 2025-04-01                         | Liquidation judiciaire
      liquidation fin_procedure 2025-03-01, sauvegarde ouverture 2025-01-01                       | Sauvegarde
      redressement stade_inconnu 2025-03-01                                                       | Redressement judiciaire
      redressement fin_procedure 2025-03-01, redressement stade_inconnu 2025-09-01                | Redressement judiciaire
      """;

  @TestFactory
  Stream<DynamicTest> theGravestOpenActionStands() {
    return TABLE
        .lines()
        .skip(1)
        .map(line -> line.split("\\|"))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row[0].strip(),
                    () -> {
                      var events = new ArrayList<>(events(row[0].strip()));
                      assertThat(on(events).gravest().label()).isEqualTo(row[1].strip());
                      Collections.reverse(events);
                      assertThat(on(events).gravest().label()).isEqualTo(row[1].strip());
                    }));
  }

  @Test
  void whatIsOverIsCountedWithItsLastEnd() {
    var procedures =
        on(
            events(
                "sauvegarde fin_procedure 2024-03-01, redressement plan_continuation 2014-05-01,"
                    + " liquidation ouverture 2025-04-01"));

    assertThat(procedures.over()).isEqualTo(2);
    assertThat(procedures.lastEnd()).isEqualTo("2024-05-01");
  }

  private static Procedures on(List<ProcedureEvent> events) {
    return Procedures.on(LocalDate.parse("2026-01-01"), events);
  }

  private static List<ProcedureEvent> events(String text) {
    return text.equals("nothing")
        ? List.of()
        : Arrays.stream(text.split(","))
            .map(event -> event.strip().split(" "))
            .map(words -> event(words[0], words[1], words[2]))
            .toList();
  }

  private static ProcedureEvent event(String action, String stage, String day) {
    return new ProcedureEvent(
        ProcedureEvent.Action.ofText(action).orElseThrow(), stage, LocalDate.parse(day));
  }
}
