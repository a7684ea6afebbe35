package org.vigie.simulator.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import org.vigie.simulator.chance.Chance;
import org.vigie.simulator.country.Premises;

/// Sirene's unités légales: a row when the company is founded, when its siège moves, when it
/// ceases.
final class UnitesLegales {

  private final Dossier dossier;
  private final Chance chance;

  UnitesLegales(Dossier dossier, Chance chance) {
    this.dossier = dossier;
    this.chance = chance;
  }

  void write() {
    var company = dossier.company();
    var ceasedOn = dossier.life().ceasedOn();
    var versions = new ArrayList<UniteLegaleRow>();
    var seat = company.headquarters().premises().getFirst();
    for (var premises : company.headquarters().premises()) {
      if (premises.equals(seat) || isReached(premises)) {
        seat = premises;
        var knownOn = premises.from().plusDays(chance.between(4, 20));
        versions.add(new UniteLegaleRow(knownOn, company, seat, null));
      }
    }
    if (ceasedOn != null) {
      var knownOn = ceasedOn.plusDays(chance.between(30, 45));
      versions.add(new UniteLegaleRow(knownOn, company, seat, ceasedOn));
    }
    Versions.deliver(versions, dossier.timeline(), dossier.out());
  }

  private boolean isReached(Premises premises) {
    LocalDate endedOn = dossier.life().activityEndedOn();
    return endedOn == null || premises.from().isBefore(endedOn);
  }
}
