package org.vigie.ingestion.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A source whose files and pushes are taken: who provides it, and what its header must hold.
public enum Source {
  COTISATION("urssaf", ';', "siret", "periode", "enc_direct", "cotis_due"),
  DEBIT(
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
  EFFECTIF("urssaf", ';', "siret"),
  PROCOL("urssaf", ';', "siret", "dt_effet", "lib_actx_stdx"),
  SIRENE(
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

  private final String provider;
  private final char delimiter;
  private final List<String> requiredColumns;

  Source(String provider, char delimiter, String... requiredColumns) {
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
    return name().toLowerCase(Locale.ROOT);
  }

  /// The source of a name; empty when none of that name is taken.
  public static Optional<Source> ofText(String text) {
    return Arrays.stream(values()).filter(source -> source.text().equals(text)).findFirst();
  }
}
