package org.vigie.ingestion.parse;

/// Identifiers and codes of the administrations, by their forms.
final class Identifier {

  static final int SIREN_DIGITS = 9;
  static final int SIRET_DIGITS = 14;

  private static final int NIC_DIGITS = 5;
  private static final int POSTAL_CODE_DIGITS = 5;
  private static final int LEGAL_CATEGORY_DIGITS = 4;
  private static final int COMMUNE_CHARS = 5;

  // 12.34Z
  private static final int NAF_CHARS = 6;
  private static final int NAF_POINT = 2;

  // The SIRETs of La Poste do not follow Luhn: the sum of their digits is a multiple of five.
  private static final String LA_POSTE = "356000000";

  static Reading<String> siren(String text) {
    if (!Digits.are(text, SIREN_DIGITS)) {
      return badNumber("a SIREN is nine digits", text);
    }
    return Digits.areZeros(text)
        ? Reading.bad("a SIREN of zeros only names no company")
        : Reading.good(text, !luhn(text));
  }

  /// A SIRET, whose own key and the key of the SIREN in it are looked at.
  static Reading<String> siret(String text) {
    if (!Digits.are(text, SIRET_DIGITS)) {
      return badNumber("a SIRET is fourteen digits", text);
    }
    var siren = sirenOf(text);
    return Digits.areZeros(siren)
        ? Reading.bad("a SIRET whose SIREN is zeros only names no company")
        : Reading.good(text, !isSiretChecked(text) || !luhn(siren));
  }

  /// The number of an account or of a debt: a text, whatever its form, that was never a number.
  static Reading<String> ofText(String text) {
    var loss = WrittenNumber.loss(text);
    return loss.isEmpty() ? Reading.good(text) : Reading.bad("an identifier " + loss);
  }

  /// A NIC. INSEE numbers the établissements of a company from 1 on.
  static Reading<String> nic(String text) {
    return Digits.are(text, NIC_DIGITS)
        ? Reading.good(text, Digits.areZeros(text))
        : badNumber("a NIC is five digits", text);
  }

  static Reading<String> commune(String text) {
    boolean form =
        text.length() == COMMUNE_CHARS
            && Digits.isDigit(text.charAt(0))
            && isDigitOrCorsica(text.charAt(1))
            && Digits.stand(text, 2, COMMUNE_CHARS);
    return form
        ? Reading.good(text)
        : Reading.bad("a code of commune is five digits, or 2A or 2B and three digits");
  }

  private static boolean isDigitOrCorsica(char c) {
    return Digits.isDigit(c) || c == 'A' || c == 'B';
  }

  static Reading<String> postalCode(String text) {
    return Digits.are(text, POSTAL_CODE_DIGITS)
        ? Reading.good(text)
        : Reading.bad("a postal code is five digits");
  }

  static Reading<String> naf(String text) {
    boolean form =
        text.length() == NAF_CHARS
            && Digits.stand(text, 0, NAF_POINT)
            && text.charAt(NAF_POINT) == '.'
            && Digits.stand(text, NAF_POINT + 1, NAF_CHARS - 1)
            && isCapital(text.charAt(NAF_CHARS - 1));
    return form ? Reading.good(text) : Reading.bad("an activity is written 12.34Z");
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static Reading<String> legalCategory(String text) {
    var digits = WrittenNumber.withoutZeroDecimals(text);
    return Digits.are(digits, LEGAL_CATEGORY_DIGITS)
        ? Reading.good(digits)
        : Reading.bad("a catégorie juridique is four digits");
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

  private static Reading<String> badNumber(String rule, String text) {
    var loss = WrittenNumber.loss(text);
    return Reading.bad(loss.isEmpty() ? rule : rule + ": this one " + loss);
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
