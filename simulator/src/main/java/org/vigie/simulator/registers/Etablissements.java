package org.vigie.simulator.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.chance.Chance;
import org.vigie.simulator.country.Premises;
import org.vigie.simulator.country.Site;

/// Sirene's établissements: a row when one opens, another when it closes or its site moves away.
final class Etablissements {

  private final Dossier dossier;
  private final Chance chance;

  Etablissements(Dossier dossier, Chance chance) {
    this.dossier = dossier;
    this.chance = chance;
  }

  void write() {
    for (var site : dossier.company().sites()) {
      for (int i = 0; i < site.premises().size(); i++) {
        boolean last = i == site.premises().size() - 1;
        write(site, site.premises().get(i), last ? null : site.premises().get(i + 1).from());
      }
    }
  }

  private void write(Site site, Premises premises, @Nullable LocalDate movedOn) {
    var endsOn = dossier.workEndsOn(site);
    if (endsOn != null && !premises.from().isBefore(endsOn)) {
      return; // planned for a day that the company did not see
    }
    boolean moved = movedOn != null && (endsOn == null || movedOn.isBefore(endsOn));
    var closedOn = moved ? movedOn : closedOn(site);
    boolean headquarters = site == dossier.company().headquarters();
    var versions = new ArrayList<EtablissementRow>();
    var openedKnownOn = premises.from().plusDays(chance.between(4, 20));
    versions.add(
        new EtablissementRow(openedKnownOn, dossier.company(), premises, headquarters, null));
    if (closedOn != null) {
      var closedKnownOn = closedOn.plusDays(chance.between(20, 40));
      versions.add(
          new EtablissementRow(
              closedKnownOn, dossier.company(), premises, headquarters && !moved, closedOn));
    }
    Versions.deliver(versions, dossier.timeline(), dossier.out());
  }

  /// A liquidator closes the établissements one to five months after work has ended there.
  private @Nullable LocalDate closedOn(Site site) {
    var workEndsOn = dossier.workEndsOn(site);
    boolean liquidated =
        dossier.life().procedure() != null
            && Objects.equals(workEndsOn, dossier.life().activityEndedOn());
    return workEndsOn == null || !liquidated
        ? workEndsOn
        : workEndsOn.plusDays(chance.between(30, 150));
  }
}
