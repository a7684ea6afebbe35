package org.vigie.simulator.country;

/// Catégories juridiques of simulated companies, and their shares among legal persons.
enum LegalForm {
  SAS("5710", 0.50),
  SARL("5499", 0.38),
  EURL("5498", 0.06),
  SA("5599", 0.02),
  ASSOCIATION("9220", 0.04),
  NATURAL_PERSON("1000", 0);

  private final String code;
  private final double share;

  LegalForm(String code, double share) {
    this.code = code;
    this.share = share;
  }

  String code() {
    return code;
  }

  double share() {
    return share;
  }
}
