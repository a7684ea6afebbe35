package org.vigie.ingestion.parse;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads the cells of one row and remembers the first that breaks its rule, so that a parser reads
/// on without asking after each cell; what it read of a bad cell is never used.
final class Cells {

  // What Sirene writes where its holder has asked that nothing be diffused.
  private static final String NOT_DIFFUSED = "[ND]";

  // INSEE's register knows no older company that lives.
  private static final int CREATION_YEAR_MIN = 1800;

  // A key stands in every store and every record of its fact.
  private static final int KEY_CHARS_MAX = 256;

  // The longest that INSEE writes has some 120.
  private static final int NAME_CHARS_MAX = 1_000;

  private final Row row;
  private String longestColumn = "";
  private String longest = "";
  private Outcome.@Nullable Rejected rejected;
  private boolean suspicious;

  Cells(Row row) {
    this.row = row;
  }

  /// The value of a cell that must hold one; `whenBad` stands for it when the row is rejected.
  <T> T required(String column, Function<String, Reading<T>> format, T whenBad) {
    var text = cell(column);
    if (text.isEmpty()) {
      reject(column, text, "is empty");
      return whenBad;
    }
    return switch (format.apply(text)) {
      case Reading.Good<T> good -> take(good);
      case Reading.Bad<T>(var rule) -> {
        reject(column, text, rule);
        yield whenBad;
      }
    };
  }

  /// The value of a cell that may be empty; null when it is, or when the row is rejected.
  <T> @Nullable T optional(String column, Function<String, Reading<T>> format) {
    var text = disclosed(column);
    if (text == null) {
      return null;
    }
    return switch (format.apply(text)) {
      case Reading.Good<T> good -> take(good);
      case Reading.Bad<T>(var rule) -> {
        reject(column, text, rule);
        yield null;
      }
    };
  }

  /// The value of a cell that never rejects its row: null when it is empty or cannot be read.
  <T> @Nullable T tolerated(String column, Function<String, Reading<T>> format) {
    var text = disclosed(column);
    if (text == null) {
      return null;
    }
    return switch (format.apply(text)) {
      case Reading.Good<T> good -> take(good);
      case Reading.Bad<T> _ -> {
        suspicious = true;
        yield null;
      }
    };
  }

  /// The text of an identifier that may be absent; empty then, or when the row is rejected.
  String identifierOrEmpty(String column) {
    var text = optional(column, Identifier::ofText);
    return text == null ? "" : text;
  }

  /// The company of an établissement. A column `siren` that names another rejects the row.
  ///
  /// @param siret empty when the row is rejected
  String companyOf(String siret) {
    var named = cell("siren");
    var siren = siret.isEmpty() ? named : Identifier.sirenOf(siret);
    if (!named.isEmpty() && !named.equals(siren)) {
      reject("siren", named, "the SIREN contradicts the SIRET " + siret);
    }
    return siren;
  }

  /// Doubts the row where a column that repeats what others say holds something else, whatever it
  // is.
  void confirms(String column, String value) {
    int index = row.columns().index(column);
    var text = index < 0 ? "" : row.cell(index);
    suspicious |= !text.isEmpty() && !text.equals(value);
  }

  /// A day of creation, as it was read; unknown with a doubt when it is no day of our time.
  @Nullable LocalDate creation(@Nullable LocalDate day) {
    if (day == null || day.getYear() >= CREATION_YEAR_MIN) {
      return day;
    }
    suspicious = true;
    return null;
  }

  /// A text; empty when the cell or its column is.
  String textOrEmpty(String column) {
    return cell(column);
  }

  /// A name; null when the cell is empty or not diffused.
  @Nullable String name(String column) {
    return optional(
        column,
        text ->
            text.length() <= NAME_CHARS_MAX
                ? Reading.good(text)
                : Reading.bad("a name has at most " + NAME_CHARS_MAX + " characters"));
  }

  /// A text; null when the cell is empty or not diffused.
  @Nullable String disclosed(String column) {
    var text = cell(column);
    return text.isEmpty() || text.equals(NOT_DIFFUSED) ? null : text;
  }

  /// Notes that a cell breaks a rule; the first one noted is the reason of the rejection.
  void reject(String column, String value, String rule) {
    if (rejected == null) {
      rejected = new Outcome.Rejected(column, value, rule);
    }
  }

  /// The rejection when a cell broke its rule, else what the parser makes of the values.
  Outcome outcome(Supplier<Outcome> whenGood) {
    return rejected == null ? bounded(whenGood.get()) : rejected;
  }

  // A key is as long as its cells: the longest one is at fault.
  private Outcome bounded(Outcome outcome) {
    boolean tooLong =
        outcome instanceof Outcome.Parsed parsed && parsed.key().length() > KEY_CHARS_MAX;
    return tooLong
        ? new Outcome.Rejected(
            longestColumn, longest, "a natural key has at most " + KEY_CHARS_MAX + " characters")
        : outcome;
  }

  private String cell(String column) {
    int index = row.columns().index(column);
    return index < 0 ? "" : cell(column, index);
  }

  /// The text of the field at a position, which is in the column of that name.
  String cell(String column, int index) {
    var text = row.cell(index);
    var fault = row.fault(index);
    if (fault != null) {
      reject(column, text, fault);
    }
    if (text.length() > longest.length()) {
      longestColumn = column;
      longest = text;
    }
    return text;
  }

  boolean isSuspicious() {
    return suspicious;
  }

  private <T> T take(Reading.Good<T> good) {
    suspicious |= good.suspicious();
    return good.value();
  }
}
