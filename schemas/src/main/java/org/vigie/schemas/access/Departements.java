package org.vigie.schemas.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Codes of the French départements, as INSEE's code of a commune begins: two characters, overseas
/// three, with the collectivités that are no département but have communes.
public final class Departements {

  public static final String RULE = "the code of a French département, as 59, 2A or 971";

  private static final int LAST_OF_METROPOLE = 95;
  // Corsica's code until 1976.
  private static final int CORSE = 20;

  private static final List<String> CORSICA = List.of("2A", "2B");

  private static final List<String> OVERSEAS =
      List.of(
          "971", "972", "973", "974", "975", "976", "977", "978", "984", "986", "987", "988",
          "989");

  private static final Set<String> CODES =
      Stream.of(
              IntStream.rangeClosed(1, LAST_OF_METROPOLE)
                  .filter(code -> code != CORSE)
                  .mapToObj(code -> String.format(Locale.ROOT, "%02d", code)),
              CORSICA.stream(),
              OVERSEAS.stream())
          .flatMap(codes -> codes)
          .collect(Collectors.toUnmodifiableSet());

  /// How many there are.
  public static final int COUNT = CODES.size();

  public static boolean isCode(String text) {
    return CODES.contains(text);
  }

  private Departements() {}
}
