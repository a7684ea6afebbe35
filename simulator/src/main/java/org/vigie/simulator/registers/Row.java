package org.vigie.simulator.registers;

import java.time.LocalDate;

/// One row of an administration's register: a case per source.
public sealed interface Row
    permits CotisationRow, DebitRow, EffectifRow, ProcolRow, EtablissementRow, UniteLegaleRow {

  /// The day from which the administration can deliver it.
  LocalDate knownOn();
}
