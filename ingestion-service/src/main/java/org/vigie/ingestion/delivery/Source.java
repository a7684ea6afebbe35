package org.vigie.ingestion.delivery;

import java.util.List;
import java.util.Optional;
import org.vigie.schemas.events.FactSource;

/// A source whose files and pushes are taken: who provides it, and what its header must hold.
public enum Source {
  COTISATION(FactSource.COTISATION, "urssaf", ';', "siret", "periode", "enc_direct", "cotis_due"),
  DEBIT(
      FactSource.DEBIT,
      "urssaf",
      ';',
      "siret",
      "num_cpte",
      "periode",
      "num_ecn",
      "num_hist_ecn",
      "dt_trt_ecn",
      "mt_po",
      "mt_pp",
      "cd_op_ecn"),
  EFFECTIF(FactSource.EFFECTIF, "urssaf", ';', "siret"),
  PROCOL(FactSource.PROCOL, "urssaf", ';', "siret", "dt_effet", "lib_actx_stdx"),
  SIRENE(
      FactSource.SIRENE,
      "insee",
      ',',
      "siren",
      "nic",
      "etablissementsiege",
      "codecommuneetablissement",
      "datecreationetablissement",
      "activiteprincipaleetablissement",
      "nomenclatureactiviteprincipaleetablissement",
      "etatadministratifetablissement"),
  SIRENE_UL(
      FactSource.SIRENE_UL,
      "insee",
      ',',
      "siren",
      "denominationunitelegale",
      "nomunitelegale",
      "categoriejuridiqueunitelegale",
      "activiteprincipaleunitelegale",
      "nomenclatureactiviteprincipaleunitelegale",
      "datecreationunitelegale",
      "etatadministratifunitelegale");

  private final FactSource facts;
  private final String provider;
  private final char delimiter;
  private final List<String> requiredColumns;

  Source(FactSource facts, String provider, char delimiter, String... requiredColumns) {
    this.facts = facts;
    this.provider = provider;
    this.delimiter = delimiter;
    this.requiredColumns = List.of(requiredColumns);
  }

  /// The administration that delivers its files.
  public String provider() {
    return provider;
  }

  /// What separates the columns of its files.
  public char delimiter() {
    return delimiter;
  }

  /// Columns without which a file is refused, in lower case. A file of effectif also needs a month.
  public List<String> requiredColumns() {
    return requiredColumns;
  }

  /// Its name on the log, in journals and in tokens.
  public String text() {
    return facts.text();
  }

  /// The source of a name; empty when none of that name is taken.
  public static Optional<Source> ofText(String text) {
    return FactSource.ofText(text).map(Source::of);
  }

  /// The source from which facts come.
  public static Source of(FactSource facts) {
    return switch (facts) {
      case COTISATION -> COTISATION;
      case DEBIT -> DEBIT;
      case EFFECTIF -> EFFECTIF;
      case PROCOL -> PROCOL;
      case SIRENE -> SIRENE;
      case SIRENE_UL -> SIRENE_UL;
    };
  }
}
