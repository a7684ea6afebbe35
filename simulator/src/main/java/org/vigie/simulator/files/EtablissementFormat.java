package org.vigie.simulator.files;

import java.util.HashMap;
import java.util.List;
import org.vigie.simulator.registers.EtablissementRow;

/// INSEE's établissements with the geocoder's columns.
final class EtablissementFormat implements Format<EtablissementRow> {

  @Override
  public String fileName() {
    return "StockEtablissement_utf8_geo.csv";
  }

  @Override
  public char separator() {
    return ',';
  }

  @Override
  public List<String> header(int delivery) {
    return SireneColumns.ETABLISSEMENT;
  }

  @Override
  public List<String> fields(EtablissementRow row, int delivery) {
    var premises = row.premises();
    var address = premises.address();
    var commune = address.commune();
    var closedOn = row.closedOn();
    var since = closedOn == null ? premises.from() : closedOn;
    var values = new HashMap<String, String>();
    values.put("siren", row.company().siren());
    values.put("nic", premises.nic());
    values.put("siret", premises.siret());
    values.put("statutDiffusionEtablissement", "O");
    values.put("dateCreationEtablissement", premises.from().toString());
    values.put("etablissementSiege", Boolean.toString(row.headquarters()));
    values.put("nombrePeriodesEtablissement", closedOn == null ? "1" : "2");
    values.put("numeroVoieEtablissement", Integer.toString(address.number()));
    values.put("indiceRepetitionEtablissement", address.repetition());
    values.put("typeVoieEtablissement", address.streetType());
    values.put("libelleVoieEtablissement", address.street());
    values.put("codePostalEtablissement", commune.postalCode());
    values.put("libelleCommuneEtablissement", commune.name());
    values.put("codeCommuneEtablissement", commune.code());
    values.put("dateDebut", since.toString());
    values.put("etatAdministratifEtablissement", closedOn == null ? "A" : "F");
    values.put("activitePrincipaleEtablissement", row.company().activity().naf());
    values.put("nomenclatureActivitePrincipaleEtablissement", "NAFRev2");
    values.put("caractereEmployeurEtablissement", "O");
    values.put("longitude", commune.longitude());
    values.put("latitude", commune.latitude());
    return SireneColumns.fields(SireneColumns.ETABLISSEMENT, values);
  }

  @Override
  public Fragile fragile() {
    return new Fragile(
        List.of("dateCreationEtablissement"),
        List.of("nic"),
        List.of("libelleCommuneEtablissement", "libelleVoieEtablissement"));
  }
}
