package org.vigie.features.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vigie.features.facts.Amounts;
import org.vigie.features.facts.CompanyIdentity;
import org.vigie.features.facts.CotisationLine;
import org.vigie.features.facts.DebtOperation;
import org.vigie.features.facts.Ending;
import org.vigie.features.facts.EtablissementState;
import org.vigie.features.facts.FactValue;
import org.vigie.features.facts.FactVersion;
import org.vigie.features.facts.HeadcountCell;
import org.vigie.features.facts.ProcedureEvent;
import org.vigie.features.facts.ProcedureEvent.Action;
import org.vigie.features.facts.Rank;

class FactVersionCodecTest {

  private static final LocalDate DAY = LocalDate.parse("2026-03-10");

  @ParameterizedTest
  @MethodSource("values")
  void whatIsWrittenIsReadAgain(FactValue value) {
    assertReadAgain(new FactVersion(new Rank(1, Long.MAX_VALUE, 3), DAY, value));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aFactOfAFlowTakesAFewHundredBytesAtMost(FactValue value) {
    assertThat(FactVersionCodec.write(new FactVersion(new Rank(1, 2, 3), DAY, value)))
        .hasSizeLessThan(200);
  }

  @Test
  void aWithdrawnFactIsReadAgain() {
    assertReadAgain(new FactVersion(new Rank(-1, 2, 3), DAY, null));
  }

  @Test
  void aTextLongerThanJavasOwnFormTakesIsReadAgain() {
    var stage = "é".repeat(70_000);
    assertReadAgain(
        new FactVersion(new Rank(1, 2, 3), DAY, new ProcedureEvent(Action.SAUVEGARDE, stage, DAY)));
  }

  @Test
  void anEndingAfterTheLastDayOfAvroIsReadAgain() {
    var last = LocalDate.ofEpochDay(Integer.MAX_VALUE);
    var ending = new Ending(last, last.plusMonths(1));
    assertReadAgain(
        new FactVersion(
            new Rank(1, 2, 3), DAY, new CompanyIdentity(null, null, null, null, ending)));
  }

  private static void assertReadAgain(FactVersion version) {
    assertThat(FactVersionCodec.read(FactVersionCodec.write(version))).isEqualTo(version);
  }

  static Iterable<FactValue> values() {
    return Arrays.asList(
        new CotisationLine(24_315, 3, -337_600),
        new DebtOperation("117000001|24315+1|001", 2, DAY, 10_000, Amounts.CENTIMES_MAX),
        new HeadcountCell("73282932000074", "", 24_315, 0),
        new ProcedureEvent(Action.SAUVEGARDE, "plan_continuation", DAY),
        new EtablissementState("73282932000074", true, null, null, null),
        new EtablissementState("73282932000074", false, "2A", DAY, new Ending(DAY, DAY)),
        new CompanyIdentity(null, "1000", null, DAY, null),
        new CompanyIdentity("Société d’essai", "5710", "25.62B", null, new Ending(DAY, DAY)));
  }
}
