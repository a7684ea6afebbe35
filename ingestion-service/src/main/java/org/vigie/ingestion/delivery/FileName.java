package org.vigie.ingestion.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The names by which files are recognised: exact names first, then `effectif_` anywhere in the
/// name. `.gz` or `.zip` may follow any of them, and `.zip` may stand in the place of `.csv`.
public final class FileName {

  private static final String GZIP = ".gz";
  private static final String ZIP = ".zip";
  private static final String TEXT = ".csv";

  private static final Map<String, Source> EXACT =
      Map.of(
          "sigfaible_cotisdues.csv", Source.COTISATION,
          "sigfaible_debits.csv", Source.DEBIT,
          "sigfaible_pcoll.csv", Source.PROCOL,
          "stocketablissement_utf8.csv", Source.SIRENE,
          "stocketablissement_utf8_geo.csv", Source.SIRENE,
          "sireneul.csv", Source.SIRENE_UL,
          "stockunitelegale_utf8.csv", Source.SIRENE_UL);

  /// The names taken, for people.
  public static final String TAKEN =
      EXACT.keySet().stream().sorted().collect(Collectors.joining(", "))
          + " and names that hold effectif_, each also with "
          + GZIP
          + " or "
          + ZIP;

  // Headcount of whole companies: a source of its own, never to be taken for effectif.
  private static final List<String> EFFECTIF_ENT = List.of("effectif_ent", "effectif_siren");

  /// The source of a file; empty when its name is that of no source taken.
  public static Optional<Source> source(String file) {
    var name = ofText(file.toLowerCase(Locale.ROOT));
    var exact = EXACT.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    boolean effectif =
        name.contains("effectif_") && EFFECTIF_ENT.stream().noneMatch(name::contains);
    return effectif ? Optional.of(Source.EFFECTIF) : Optional.empty();
  }

  /// What a name says that the text comes in.
  public static Container container(String file) {
    var name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(GZIP)) {
      return Container.GZIP;
    }
    return name.endsWith(ZIP) ? Container.ZIP : Container.PLAIN;
  }

  private static String ofText(String name) {
    return switch (container(name)) {
      case PLAIN -> name;
      case GZIP -> name.substring(0, name.length() - GZIP.length());
      case ZIP -> withText(name.substring(0, name.length() - ZIP.length()));
    };
  }

  private static String withText(String name) {
    return name.endsWith(TEXT) ? name : name + TEXT;
  }

  private FileName() {}
}
