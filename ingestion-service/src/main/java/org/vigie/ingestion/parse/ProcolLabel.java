package org.vigie.ingestion.parse;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a label of a procédure collective says: an action and a stage, in any order, joined by `_`.
///
/// @param stage one of the table, or what was given in lower case
record ProcolLabel(String action, String stage) {

  /// What stands where no label could be read.
  static final ProcolLabel NONE = new ProcolLabel("", "");

  // The longest label seen has some forty characters.
  private static final int CHARS_MAX = 200;

  private static final List<String> ACTIONS = List.of("liquidation", "redressement", "sauvegarde");

  private static final Set<String> STAGES =
      Set.of(
          "ouverture",
          "ouverture_procedure",
          "plan_continuation",
          "solde_procedure",
          "abandon_procedure",
          "fin_procedure",
          "inclusion_autre_procedure");

  /// Case and accents are folded. A stage outside the table, or one that is in it only without its
  /// accents, is taken with a doubt.
  static Reading<ProcolLabel> of(String text) {
    if (text.length() > CHARS_MAX) {
      return Reading.bad("a label has at most " + CHARS_MAX + " characters");
    }
    var tokens = new ArrayList<>(Arrays.asList(text.toLowerCase(Locale.FRENCH).split("_", -1)));
    for (int i = 0; i < tokens.size(); i++) {
      var token = withoutAccents(tokens.get(i));
      for (String action : ACTIONS) {
        if (token.contains(action)) {
          tokens.remove(i);
          return withStage(action, String.join("_", tokens));
        }
      }
    }
    return Reading.bad("a label names liquidation, redressement or sauvegarde");
  }

  private static Reading<ProcolLabel> withStage(String action, String given) {
    var folded = withoutAccents(given);
    return STAGES.contains(folded)
        ? Reading.good(new ProcolLabel(action, folded), !folded.equals(given))
        : Reading.good(new ProcolLabel(action, given), true);
  }

  // A letter with an accent is taken apart, and its mark left out.
  private static String withoutAccents(String text) {
    var folded = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }
}
