package org.vigie.ingestion.parse;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row: a text for each column. A fault is that of its field alone: a column that nobody reads
/// never rejects a row, whatever it holds.
///
/// @param faults rule that a field breaks whatever its column, by the position of the field
public record Row(Columns columns, List<String> fields, Map<Integer, String> faults) {

  public Row {
    if (fields.size() != columns.count()) {
      throw new IllegalArgumentException(
          fields.size() + " fields for " + columns.count() + " columns");
    }
    faults = Map.copyOf(faults);
  }

  /// A row whose fields have no fault.
  public Row(Columns columns, List<String> fields) {
    this(columns, fields, Map.of());
  }

  /// The text of a field without blanks at its ends; empty when it says that there is none.
  String cell(int index) {
    var text = Blanks.strip(fields.get(index));
    return saysNothing(text) ? "" : text;
  }

  /// The rule that a field breaks; null when it breaks none.
  @Nullable String fault(int index) {
    return faults.isEmpty() ? null : faults.get(index);
  }

  // Data frames and databases write an absent value so.
  private static boolean saysNothing(String text) {
    if (text.length() < 3 || text.length() > 4) {
      return false;
    }
    return switch (text) {
      case "nan", "NaN", "NaT", "<NA>", "None", "null", "NULL" -> true;
      default -> false;
    };
  }
}
