package org.vigie.simulator.registers;

import java.util.function.Consumer;
import org.vigie.simulator.calendar.Timeline;
import org.vigie.simulator.chance.Chance;
import org.vigie.simulator.chance.Stream;
import org.vigie.simulator.country.Company;
import org.vigie.simulator.life.Life;

/// INSEE, the courts and URSSAF, each writing its registers of a company's life.
public final class Administrations {

  private final long seed;
  private final Timeline timeline;

  public Administrations(long seed, Timeline timeline) {
    this.seed = seed;
    this.timeline = timeline;
  }

  /// Every row about `company` that is known by the last delivery, and some that come too late for
  /// it.
  public void write(Company company, Life life, Consumer<Row> out) {
    var payroll = Payroll.of(company, life, chance(Stream.PAYROLL, company));
    var dossier = new Dossier(company, life, payroll, timeline, out);
    new UnitesLegales(dossier, chance(Stream.UNITES_LEGALES, company)).write();
    new Etablissements(dossier, chance(Stream.ETABLISSEMENTS, company)).write();
    new Judgements(dossier, chance(Stream.PROCEDURE_ROWS, company)).write();
    new Effectifs(dossier, chance(Stream.EFFECTIFS, company)).write();
    new Cotisations(dossier, chance(Stream.COTISATIONS, company)).write();
    new Debits(dossier, chance(Stream.DEBITS, company)).write();
  }

  private Chance chance(Stream stream, Company company) {
    return Chance.of(seed, stream, company.number());
  }
}
