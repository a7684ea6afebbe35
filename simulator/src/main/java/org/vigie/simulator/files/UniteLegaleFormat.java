package org.vigie.simulator.files;

import java.util.HashMap;
import java.util.List;
import org.vigie.simulator.country.Name;
import org.vigie.simulator.registers.UniteLegaleRow;

/// INSEE's unités légales.
final class UniteLegaleFormat implements Format<UniteLegaleRow> {

  @Override
  public String fileName() {
    return "sireneUL.csv";
  }

  @Override
  public char separator() {
    return ',';
  }

  @Override
  public List<String> header(int delivery) {
    return SireneColumns.UNITE_LEGALE;
  }

  @Override
  public List<String> fields(UniteLegaleRow row, int delivery) {
    var company = row.company();
    var ceasedOn = row.ceasedOn();
    var since = ceasedOn == null ? company.foundedOn() : ceasedOn;
    var values = new HashMap<String, String>();
    values.put("siren", company.siren());
    values.put("statutDiffusionUniteLegale", "O");
    values.put("dateCreationUniteLegale", company.foundedOn().toString());
    values.put("nombrePeriodesUniteLegale", ceasedOn == null ? "1" : "2");
    values.put("dateDebut", since.toString());
    values.put("etatAdministratifUniteLegale", ceasedOn == null ? "A" : "C");
    switch (company.name()) {
      case Name.Denomination name -> values.put("denominationUniteLegale", name.printed());
      case Name.Person person -> {
        values.put("nomUniteLegale", person.surname());
        values.put("prenom1UniteLegale", person.givenName());
        values.put("prenomUsuelUniteLegale", person.givenName());
      }
    }
    values.put("categorieJuridiqueUniteLegale", company.legalCategory());
    values.put("activitePrincipaleUniteLegale", company.activity().naf());
    values.put("nomenclatureActivitePrincipaleUniteLegale", "NAFRev2");
    values.put("nicSiegeUniteLegale", row.headquarters().nic());
    values.put("caractereEmployeurUniteLegale", "O");
    return SireneColumns.fields(SireneColumns.UNITE_LEGALE, values);
  }

  /// A bad date of creation is tolerated by readers of this file, so it is no damage.
  @Override
  public Fragile fragile() {
    return new Fragile(List.of(), List.of("siren"), List.of("denominationUniteLegale"));
  }
}
