package org.vigie.simulator.registers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.chance.Chance;
import org.vigie.simulator.life.Judgement;

/// The courts' judgements, one to four weeks after they take effect: under the siège, and under
/// some of the other établissements.
final class Judgements {

  private static final double ALSO_UNDER_A_SECONDARY_SITE = 0.5;

  private final Dossier dossier;
  private final Chance chance;

  Judgements(Dossier dossier, Chance chance) {
    this.dossier = dossier;
    this.chance = chance;
  }

  void write() {
    var procedure = dossier.life().procedure();
    if (procedure == null) {
      return;
    }
    for (var judgement : procedure.judgements()) {
      write(judgement);
    }
  }

  private void write(Judgement judgement) {
    var company = dossier.company();
    var knownOn = judgement.on().plusDays(chance.between(6, 26));
    for (var site : company.sites()) {
      boolean headquarters = site == company.headquarters();
      if (headquarters
          || (isThere(site.opensOn(), site.closesOn(), judgement.on())
              && chance.happens(ALSO_UNDER_A_SECONDARY_SITE))) {
        var siret = site.premisesOn(judgement.on()).siret();
        dossier.out().accept(new ProcolRow(knownOn, company.siren(), siret, judgement));
      }
    }
  }

  private static boolean isThere(LocalDate opensOn, @Nullable LocalDate closesOn, LocalDate day) {
    return !opensOn.isAfter(day) && (closesOn == null || closesOn.isAfter(day));
  }
}
