package org.vigie.ingestion.parse;

import java.util.regex.Pattern;

/// Identifiers and codes of the administrations, by their forms.
final class Identifier {

  static final int SIREN_DIGITS = 9;

  private static final Pattern SIREN = Pattern.compile("[0-9]{9}");
  private static final Pattern SIRET = Pattern.compile("[0-9]{14}");
  private static final Pattern NIC = Pattern.compile("[0-9]{5}");
  private static final Pattern COMMUNE = Pattern.compile("[0-9][0-9A-B][0-9]{3}");
  private static final Pattern POSTAL_CODE = Pattern.compile("[0-9]{5}");
  private static final Pattern NAF = Pattern.compile("[0-9]{2}\\.[0-9]{2}[A-Z]");
  private static final Pattern LEGAL_CATEGORY = Pattern.compile("[0-9]{4}");

  // The SIRETs of La Poste do not follow Luhn: the sum of their digits is a multiple of five.
  private static final String LA_POSTE = "356000000";

  static Reading<String> siren(String text) {
    return SIREN.matcher(text).matches()
        ? Reading.good(text, !luhn(text))
        : Reading.bad("a SIREN is nine digits");
  }

  static Reading<String> siret(String text) {
    return SIRET.matcher(text).matches()
        ? Reading.good(text, !isSiretChecked(text))
        : Reading.bad("a SIRET is fourteen digits");
  }

  static Reading<String> nic(String text) {
    return form(NIC, text, "a NIC is five digits");
  }

  static Reading<String> commune(String text) {
    return form(COMMUNE, text, "a code of commune is five digits, or 2A or 2B and three digits");
  }

  static Reading<String> postalCode(String text) {
    return form(POSTAL_CODE, text, "a postal code is five digits");
  }

  static Reading<String> naf(String text) {
    return form(NAF, text, "an activity is written 12.34Z");
  }

  static Reading<String> legalCategory(String text) {
    return form(LEGAL_CATEGORY, text, "a catégorie juridique is four digits");
  }

  /// The company of an établissement.
  static String sirenOf(String siret) {
    return siret.substring(0, SIREN_DIGITS);
  }

  /// The département of a commune: three characters overseas, else two.
  static String departementOf(String commune) {
    boolean overseas = commune.startsWith("97") || commune.startsWith("98");
    return commune.substring(0, overseas ? 3 : 2);
  }

  private static Reading<String> form(Pattern pattern, String text, String rule) {
    return pattern.matcher(text).matches() ? Reading.good(text) : Reading.bad(rule);
  }

  private static boolean isSiretChecked(String siret) {
    return luhn(siret)
        || (siret.startsWith(LA_POSTE) && siret.chars().map(c -> c - '0').sum() % 5 == 0);
  }

  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  private Identifier() {}
}
