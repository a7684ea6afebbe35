package org.vigie.ingestion.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.parse.Columns;
import org.vigie.ingestion.parse.FieldSplitter;

/// Whether a header holds what its source requires.
final class HeaderCheck {

  private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');

  static Columns columns(String header, char delimiter) {
    return Columns.of(FieldSplitter.header(header, delimiter));
  }

  /// What is wrong with a header; empty when nothing is.
  static Optional<String> fault(String header, Source source) {
    var columns = columns(header, source.delimiter());
    var missing = missing(columns, source);
    if (!missing.isEmpty()) {
      return Optional.of(
          otherDelimiter(header, source)
              .map(other -> wrongDelimiter(other, source))
              .orElse("required columns are missing: " + String.join(", ", missing)));
    }
    var repeated = repeated(columns, source);
    return repeated.isEmpty()
        ? Optional.empty()
        : Optional.of("columns stand twice in the header: " + String.join(", ", repeated));
  }

  private static List<String> missing(Columns columns, Source source) {
    var names = source.requiredColumns().stream().filter(name -> !columns.has(name));
    boolean withoutMonths = source == Source.EFFECTIF && !columns.hasMonths();
    return (withoutMonths ? Stream.concat(names, Stream.of("effYYYYQM")) : names).toList();
  }

  private static Set<String> repeated(Columns columns, Source source) {
    var repeated = new TreeSet<>(columns.repeated());
    repeated.removeIf(
        name ->
            !source.requiredColumns().contains(name)
                && !(source == Source.EFFECTIF && Columns.of(List.of(name)).hasMonths()));
    return repeated;
  }

  private static Optional<Character> otherDelimiter(String header, Source source) {
    return DELIMITERS.stream()
        .filter(delimiter -> delimiter != source.delimiter())
        .filter(delimiter -> missing(columns(header, delimiter), source).isEmpty())
        .findFirst();
  }

  private static String wrongDelimiter(char found, Source source) {
    var name = found == '\t' ? "a tab" : "'" + found + "'";
    return "columns are separated by " + name + " where '" + source.delimiter() + "' is expected";
  }

  private HeaderCheck() {}
}
