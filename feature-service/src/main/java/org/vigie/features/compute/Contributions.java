package org.vigie.features.compute;

import java.util.List;
import org.vigie.features.facts.CotisationLine;

/// Contributions due month by month, in twelfths of a centime.
final class Contributions {

  static MonthlySeries of(List<CotisationLine> lines, Span span) {
    var series = MonthlySeries.unknown(span);
    for (var line : lines) {
      var share = line.monthlyTwelfths();
      for (var i = 0; i < line.months(); i++) {
        series.add(line.firstMonth() + i, share);
      }
    }
    return series;
  }

  private Contributions() {}
}
