package org.vigie.features.facts;

/// Names a fact: the company, the source, and the natural key within the source. A headcount is one
/// fact per month, the month being the end of its key, after the key of its row.
///
/// @param siren nine digits
/// @param source as in `cotisation`
/// @param natural natural key within the source
public record FactKey(String siren, String source, String natural) {

  private static final char SEPARATOR = '/';

  private static final String HEADCOUNT = "effectif";

  /// The key as stores hold it: all facts of a company stand together, and those of a source.
  public String text() {
    return siren + SEPARATOR + source + SEPARATOR + natural;
  }

  /// @throws IllegalArgumentException when the text is not that of a key
  public static FactKey of(String text) {
    var first = text.indexOf(SEPARATOR);
    var second = text.indexOf(SEPARATOR, first + 1);
    if (first < 0 || second < 0) {
      throw new IllegalArgumentException("not SIREN/source/natural key: " + text);
    }
    return new FactKey(
        text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1));
  }

  /// The key of one month of a row of headcounts.
  public FactKey cell(int month) {
    return new FactKey(siren, source, natural + SEPARATOR + month);
  }

  /// Whether it names a row of headcounts, whose cells have keys of their own.
  public boolean isRowOfCells() {
    return source.equals(HEADCOUNT) && natural.indexOf(SEPARATOR) < 0;
  }

  /// Whether it names one month of a row of headcounts.
  boolean isCell() {
    return source.equals(HEADCOUNT) && natural.indexOf(SEPARATOR) >= 0;
  }

  /// Natural key of a cell's row.
  String row() {
    return natural.substring(0, natural.indexOf(SEPARATOR));
  }

  /// Every key of a company is at or after this text.
  public static String from(String siren) {
    return siren + SEPARATOR;
  }

  /// Every key of a company is before this text.
  public static String to(String siren) {
    return siren + (char) (SEPARATOR + 1);
  }
}
