package org.vigie.simulator.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.vigie.simulator.chance.Chance;

/// Spoils rows as real files do, most of them beyond use.
final class Damage {

  /// About one row in a thousand.
  private static final double SHARE = 0.001;

  private Damage() {}

  static boolean strikes(Chance chance) {
    return chance.happens(SHARE);
  }

  /// The row's bytes, spoiled in one of the ways that its format knows.
  static byte[] spoil(List<String> header, List<String> row, Format<?> format, Chance chance) {
    var fields = new ArrayList<>(row);
    var fragile = format.fragile();
    return switch (chance.oneOf(kinds(fragile))) {
      case BAD_DATE -> {
        replace(header, fields, chance.oneOf(fragile.dates()), Damage::noSuchDay);
        yield Line.of(fields, format.separator());
      }
      case LETTERS_IN_NUMBER -> {
        replace(header, fields, chance.oneOf(fragile.numbers()), Damage::letterInside);
        yield Line.of(fields, format.separator());
      }
      case MISSING_FIELD -> {
        fields.remove(chance.between(1, fields.size() - 1));
        yield Line.of(fields, format.separator());
      }
      case NOT_UTF8 -> {
        replace(header, fields, chance.oneOf(fragile.texts()), Damage::inLatin1);
        yield Line.text(fields, format.separator()).getBytes(StandardCharsets.ISO_8859_1);
      }
    };
  }

  private static List<Kind> kinds(Fragile fragile) {
    var kinds = new ArrayList<>(List.of(Kind.LETTERS_IN_NUMBER, Kind.MISSING_FIELD, Kind.NOT_UTF8));
    if (!fragile.dates().isEmpty()) {
      kinds.add(Kind.BAD_DATE);
    }
    return kinds;
  }

  private static void replace(
      List<String> header, List<String> fields, String column, UnaryOperator<String> change) {
    int index = header.indexOf(column);
    fields.set(index, change.apply(fields.get(index)));
  }

  /// A 32nd of the month, whichever way the date is written: its last two digits, or its first two
  /// when letters follow.
  private static String noSuchDay(String date) {
    boolean dayFirst = Character.isLetter(date.charAt(2));
    return dayFirst ? "32" + date.substring(2) : date.substring(0, date.length() - 2) + "32";
  }

  /// The letter O typed for the last digit.
  private static String letterInside(String number) {
    return number.isEmpty() ? "O" : number.substring(0, number.length() - 1) + "O";
  }

  /// What is no UTF-8 once written in Latin-1: a no-break space in an amount, an é in a text.
  private static String inLatin1(String text) {
    int digit = firstMatch(text, Character::isDigit);
    if (digit >= 0) {
      return text.substring(0, digit + 1) + "\u00a0" + text.substring(digit + 1);
    }
    int vowel = firstMatch(text, letter -> letter == 'e' || letter == 'E');
    return vowel < 0 ? text + "é" : text.substring(0, vowel) + "é" + text.substring(vowel + 1);
  }

  private static int firstMatch(String text, IntPredicate wanted) {
    return IntStream.range(0, text.length())
        .filter(i -> wanted.test(text.charAt(i)))
        .findFirst()
        .orElse(-1);
  }

  private enum Kind {
    BAD_DATE,
    LETTERS_IN_NUMBER,
    MISSING_FIELD,
    NOT_UTF8
  }
}
