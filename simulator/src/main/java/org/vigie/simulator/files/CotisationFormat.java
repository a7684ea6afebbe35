package org.vigie.simulator.files;

import java.util.List;
import org.vigie.simulator.registers.CotisationRow;

/// URSSAF's contributions due, generation 2026; euros with a decimal comma.
final class CotisationFormat implements Format<CotisationRow> {

  private static final List<String> HEADER =
      List.of(
          "Urssaf_gestion", "Dep", "Siret", "Compte", "periode", "mer", "enc_direct", "cotis_due");

  @Override
  public String fileName() {
    return "sigfaible_cotisdues.csv.gz";
  }

  @Override
  public char separator() {
    return ';';
  }

  @Override
  public List<String> header(int delivery) {
    return HEADER;
  }

  @Override
  public List<String> fields(CotisationRow row, int delivery) {
    var commune = row.premises().address().commune();
    return List.of(
        commune.urssaf(),
        commune.departement(),
        row.premises().siret(),
        row.account(),
        UrssafNotation.shortPeriod(row.period()),
        row.recovery() ? "1" : "0",
        UrssafNotation.euros(row.paidCentimes()),
        UrssafNotation.euros(row.dueCentimes()));
  }

  /// The only texts are amounts: a thousand space in Latin-1.
  @Override
  public Fragile fragile() {
    return new Fragile(List.of(), List.of("cotis_due"), List.of("cotis_due"));
  }
}
