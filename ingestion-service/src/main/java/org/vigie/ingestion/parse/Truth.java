package org.vigie.ingestion.parse;

/// Truth values, as INSEE (`true`), pandas (`True`, `1.0`) and Excel (`VRAI`) write them.
final class Truth {

  static Reading<Boolean> of(String text) {
    return switch (text) {
      case "true", "True", "TRUE", "VRAI", "Vrai", "vrai", "1", "1.0" -> Reading.good(true);
      case "false", "False", "FALSE", "FAUX", "Faux", "faux", "0", "0.0" -> Reading.good(false);
      default -> Reading.bad("is true or false");
    };
  }

  private Truth() {}
}
