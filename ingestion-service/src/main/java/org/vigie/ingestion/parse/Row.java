package org.vigie.ingestion.parse;

import java.util.List;

/// A row: a text for each column.
public record Row(Columns columns, List<String> fields) {

  public Row {
    if (fields.size() != columns.count()) {
      throw new IllegalArgumentException(
          fields.size() + " fields for " + columns.count() + " columns");
    }
  }

  /// The trimmed text of a column; empty when the column is absent.
  String cell(String column) {
    int index = columns.index(column);
    return index < 0 ? "" : fields.get(index).strip();
  }
}
