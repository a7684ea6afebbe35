package org.vigie.simulator.country;

import java.util.List;
import org.vigie.simulator.chance.Chance;

/// Invents names: surnames from syllables, denominations from a surname and the trade.
final class Names {

  private static final List<String> HEADS =
      List.of(
          "BRAN", "VAL", "MOR", "CHAR", "DES", "FON", "GAR", "LAU", "MAR", "PER", "ROU", "SAU",
          "TER", "VER", "BEL", "COU", "DU", "FLO", "GRI", "HAU", "JOL", "LAN", "MON", "PRA", "RIV",
          "TAL");

  private static final List<String> MIDDLES =
      List.of("", "", "", "DO", "TI", "BE", "LI", "MA", "RE", "VI", "NO", "SE", "CHE");

  private static final List<String> TAILS =
      List.of(
          "LIN", "TARD", "VIER", "GNAC", "MONT", "RAND", "SSEAU", "TET", "VAL", "ZIER", "NOIS",
          "QUET", "LOUX", "CREUSE", "DIEU", "BOUT", "GEON", "THIER");

  private static final List<String> GIVEN_NAMES =
      List.of(
          "MARIE", "JEAN", "CLAIRE", "PAUL", "NADIA", "KARIM", "SOPHIE", "MARC", "LUCIE", "HUGO",
          "ANNE", "YVES");

  private Names() {}

  static Name person(Chance chance) {
    return new Name.Person(surname(chance), chance.oneOf(GIVEN_NAMES));
  }

  /// One in forty holds a comma, so that quoting is met.
  static Name denomination(Activity activity, Chance chance) {
    var surname = surname(chance);
    var text =
        switch (chance.between(0, 5)) {
          case 0 -> activity.trade() + " " + surname;
          case 1 -> surname + " " + activity.trade();
          case 2 -> "ETABLISSEMENTS " + surname;
          case 3 -> "SOCIETE " + surname + " " + activity.trade();
          case 4 -> activity.trade() + " DU " + surname;
          default -> surname + " & " + surname(chance);
        };
    return new Name.Denomination(chance.happens(0.025) ? text + ", PERE ET FILS" : text);
  }

  static String street(Chance chance) {
    return "DE " + surname(chance);
  }

  private static String surname(Chance chance) {
    return chance.oneOf(HEADS) + chance.oneOf(MIDDLES) + chance.oneOf(TAILS);
  }
}
