package org.vigie.simulator.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The many columns of INSEE's files, of which a simulated row fills a few.
final class SireneColumns {

  static final List<String> ETABLISSEMENT =
      List.of(
          """
          siren,nic,siret,statutDiffusionEtablissement,dateCreationEtablissement,\
          trancheEffectifsEtablissement,anneeEffectifsEtablissement,\
          activitePrincipaleRegistreMetiersEtablissement,dateDernierTraitementEtablissement,\
          etablissementSiege,nombrePeriodesEtablissement,complementAdresseEtablissement,\
          numeroVoieEtablissement,indiceRepetitionEtablissement,typeVoieEtablissement,\
          libelleVoieEtablissement,codePostalEtablissement,libelleCommuneEtablissement,\
          libelleCommuneEtrangerEtablissement,distributionSpecialeEtablissement,\
          codeCommuneEtablissement,codeCedexEtablissement,libelleCedexEtablissement,\
          codePaysEtrangerEtablissement,libellePaysEtrangerEtablissement,\
          complementAdresse2Etablissement,numeroVoie2Etablissement,\
          indiceRepetition2Etablissement,typeVoie2Etablissement,libelleVoie2Etablissement,\
          codePostal2Etablissement,libelleCommune2Etablissement,\
          libelleCommuneEtranger2Etablissement,distributionSpeciale2Etablissement,\
          codeCommune2Etablissement,codeCedex2Etablissement,libelleCedex2Etablissement,\
          codePaysEtranger2Etablissement,libellePaysEtranger2Etablissement,dateDebut,\
          etatAdministratifEtablissement,enseigne1Etablissement,enseigne2Etablissement,\
          enseigne3Etablissement,denominationUsuelleEtablissement,\
          activitePrincipaleEtablissement,nomenclatureActivitePrincipaleEtablissement,\
          caractereEmployeurEtablissement,longitude,latitude,geo_score,geo_type,geo_adresse,\
          geo_id,geo_ligne,geo_l4,geo_l5\
          """
              .split(","));

  static final List<String> UNITE_LEGALE =
      List.of(
          """
          siren,statutDiffusionUniteLegale,unitePurgeeUniteLegale,dateCreationUniteLegale,\
          sigleUniteLegale,sexeUniteLegale,prenom1UniteLegale,prenom2UniteLegale,\
          prenom3UniteLegale,prenom4UniteLegale,prenomUsuelUniteLegale,pseudonymeUniteLegale,\
          identifiantAssociationUniteLegale,trancheEffectifsUniteLegale,\
          anneeEffectifsUniteLegale,dateDernierTraitementUniteLegale,\
          nombrePeriodesUniteLegale,categorieEntreprise,anneeCategorieEntreprise,dateDebut,\
          etatAdministratifUniteLegale,nomUniteLegale,nomUsageUniteLegale,\
          denominationUniteLegale,denominationUsuelle1UniteLegale,\
          denominationUsuelle2UniteLegale,denominationUsuelle3UniteLegale,\
          categorieJuridiqueUniteLegale,activitePrincipaleUniteLegale,\
          nomenclatureActivitePrincipaleUniteLegale,nicSiegeUniteLegale,\
          economieSocialeSolidaireUniteLegale,societeMissionUniteLegale,\
          caractereEmployeurUniteLegale,activitePrincipaleNAF25UniteLegale\
          """
              .split(","));

  private SireneColumns() {}

  /// One field per column, empty where `values` has none.
  static List<String> fields(List<String> columns, Map<String, String> values) {
    if (!columns.containsAll(values.keySet())) {
      throw new IllegalArgumentException("not all are columns: " + values.keySet());
    }
    var fields = new ArrayList<String>(columns.size());
    for (var column : columns) {
      fields.add(values.getOrDefault(column, ""));
    }
    return fields;
  }
}
