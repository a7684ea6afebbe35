package org.vigie.features.facts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The standing version of every fact of one company, in order of key.
public record StandingFacts(List<Keyed> entries) {

  /// One standing version.
  public record Keyed(FactKey key, FactVersion version) {}

  /// What they say as of a day, of those that are still kept then.
  public CompanyFacts asOf(LocalDate day, Retention retention) {
    var facts = new CompanyFacts.Collector();
    var kept = entries.stream().filter(new Keeping(entries, retention, day)).toList();
    var withdrawnRows = withdrawnRows(kept);
    for (var entry : kept) {
      var value = entry.version().value();
      if (value != null && !withdrawn(entry, withdrawnRows)) {
        facts.add(value);
      }
    }
    return facts.collect();
  }

  /// Those that are too old to be kept on a company's as-of day.
  public List<Keyed> tooOld(LocalDate asOf, Retention retention) {
    return entries.stream().filter(new Keeping(entries, retention, asOf).negate()).toList();
  }

  /// Rows of headcounts are withdrawn as a whole, without a word on their months.
  private static Map<String, FactVersion> withdrawnRows(List<Keyed> kept) {
    var rows = new HashMap<String, FactVersion>();
    for (var entry : kept) {
      if (entry.version().value() == null && entry.key().isRowOfCells()) {
        rows.put(entry.key().natural(), entry.version());
      }
    }
    return rows;
  }

  /// A withdrawn row takes with it the cells of lower rank.
  private static boolean withdrawn(Keyed entry, Map<String, FactVersion> rows) {
    if (rows.isEmpty() || !entry.key().isCell()) {
      return false;
    }
    var row = rows.get(entry.key().row());
    return row != null && row.supersedes(entry.version());
  }
}
