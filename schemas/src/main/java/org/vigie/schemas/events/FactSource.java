package org.vigie.schemas.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The sources of which facts are on source-events: one for each case of [FactBody].
public enum FactSource {
  COTISATION,
  DEBIT,
  EFFECTIF,
  PROCOL,
  SIRENE,
  SIRENE_UL;

  /// Its name on the log, in journals and in tokens.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The source of a name; empty when no facts of that name are on the log.
  public static Optional<FactSource> ofText(String text) {
    return Arrays.stream(values()).filter(source -> source.text().equals(text)).findFirst();
  }
}
