package org.vigie.ingestion.parse;

/// A right cell for each column that is read.
final class SampleCells {

  static String of(String column) {
    return switch (column) {
      case "siret" -> "00790100200019";
      case "siren" -> "007901002";
      case "nic" -> "00019";
      case "periode" -> "1022";
      case "dt_trt_ecn" -> "1260804";
      case "dt_effet" -> "26MAY2014";
      case "lib_actx_stdx" -> "ouverture_liquidation";
      case "etablissementsiege" -> "true";
      case "codecommuneetablissement" -> "71270";
      case "datecreationetablissement", "datecreationunitelegale", "datedebut" -> "2001-04-02";
      case "activiteprincipaleetablissement", "activiteprincipaleunitelegale" -> "47.11A";
      case "nomenclatureactiviteprincipaleetablissement",
          "nomenclatureactiviteprincipaleunitelegale" ->
          "NAFRev2";
      case "etatadministratifetablissement", "etatadministratifunitelegale" -> "A";
      case "categoriejuridiqueunitelegale" -> "5710";
      case "nomunitelegale" -> "";
      default -> "1";
    };
  }

  private SampleCells() {}
}
