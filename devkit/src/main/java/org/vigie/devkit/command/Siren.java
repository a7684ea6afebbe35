package org.vigie.devkit.command;

import java.util.regex.Pattern;

/// The number of a company, as typed.
final class Siren {

  private static final Pattern FORM = Pattern.compile("[0-9]{9}");

  /// @throws IllegalArgumentException when it is not nine digits
  static String checked(String siren) {
    if (!FORM.matcher(siren).matches()) {
      throw new IllegalArgumentException("« " + siren + " » is no SIREN: it has nine digits");
    }
    return siren;
  }

  private Siren() {}
}
