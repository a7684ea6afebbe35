package org.vigie.ingestion.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The columns of a header, found by name whatever their case and order.
public final class Columns {

  /// A column that holds one month's headcount.
  ///
  /// @param month proleptic month
  record MonthColumn(String name, int index, int month) {}

  private final List<String> names;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final Set<String> repeated = new TreeSet<>();
  private final List<MonthColumn> months = new ArrayList<>();

  private Columns(List<String> names) {
    this.names = names;
    for (int i = 0; i < names.size(); i++) {
      if (indexes.putIfAbsent(names.get(i), i) != null) {
        repeated.add(names.get(i));
      }
      addMonth(names.get(i), i);
    }
    months.sort((a, b) -> Integer.compare(a.month(), b.month()));
  }

  private void addMonth(String name, int index) {
    if (EffectifMonth.ofColumn(name) instanceof Reading.Good<Integer>(var month, _)) {
      months.add(new MonthColumn(name, index, month));
    }
  }

  /// The columns of a header line's fields, or of an object's names.
  public static Columns of(List<String> header) {
    return new Columns(
        header.stream().map(name -> Blanks.strip(name).toLowerCase(Locale.ROOT)).toList());
  }

  int count() {
    return names.size();
  }

  /// Columns up to the last that has a name: the ones after it may be missing from a row.
  int named() {
    int count = names.size();
    while (count > 0 && names.get(count - 1).isEmpty()) {
      count--;
    }
    return count;
  }

  /// Position of a column; -1 when there is none of that name.
  int index(String name) {
    return indexes.getOrDefault(name, -1);
  }

  public boolean has(String name) {
    return indexes.containsKey(name);
  }

  /// Names that stand twice in the header, so that neither column can be meant.
  public Set<String> repeated() {
    return repeated;
  }

  /// Names in the order of the header, in lower case.
  public List<String> names() {
    return names;
  }

  /// Whether a column holds the headcount of a month.
  public boolean hasMonths() {
    return !months.isEmpty();
  }

  List<MonthColumn> months() {
    return months;
  }
}
