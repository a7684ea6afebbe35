package org.vigie.devkit.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What services answer of a company, as tables for a terminal.
final class CompanyText {

  // Eight months beside the longest name of a feature: some 120 columns.
  private static final int MONTHS_ABREAST = 8;

  static String score(JsonNode score) {
    if (score.has("reason")) {
      return "%s  no score: %s".formatted(text(score, "siren"), text(score, "reason"));
    }
    var lines = new ArrayList<String>();
    lines.add(
        "%s  as of %s, model %s"
            .formatted(text(score, "siren"), text(score, "asOf"), text(score, "model")));
    lines.add(
        "%s   p12 %s  p18 %s  p24 %s"
            .formatted(
                text(score, "level"),
                probability(score, "p12"),
                probability(score, "p18"),
                probability(score, "p24")));
    JsonNode previous = score.path("previous");
    if (previous.has("p18")) {
      lines.add(
          "before: %s, p18 %s".formatted(text(previous, "level"), probability(previous, "p18")));
    } else if (previous.has("reason")) {
      lines.add("before: no score, " + text(previous, "reason"));
    }
    lines.add("");
    score
        .path("contributions")
        .properties()
        .forEach(one -> lines.add(logOdds(one.getKey(), one.getValue())));
    lines.add(logOdds("intercept", score.path("intercept")));
    for (JsonNode cause : score.path("causes")) {
      lines.add("caused by %s of %s".formatted(text(cause, "source"), text(cause, "occurredAt")));
    }
    addMasked(lines, score);
    return String.join("\n", lines);
  }

  /// The features in rows.
  static String features(JsonNode features) {
    var lines = new ArrayList<String>();
    lines.add(
        features.properties().stream()
            .filter(member -> member.getValue().isValueNode())
            .map(member -> member.getKey() + " " + value(member.getValue()))
            .collect(Collectors.joining("  ")));
    lines.add("");
    features
        .path("values")
        .properties()
        .forEach(one -> lines.add("%-34s %12s".formatted(one.getKey(), value(one.getValue()))));
    addMasked(lines, features);
    return String.join("\n", lines);
  }

  /// The features in rows, the months in columns, some at a time.
  static String history(JsonNode history) {
    var months = new ArrayList<JsonNode>();
    history.path("months").forEach(months::add);
    var lines = new ArrayList<String>();
    lines.add(text(history, "siren"));
    for (int from = 0; from < months.size(); from += MONTHS_ABREAST) {
      lines.add("");
      addTable(lines, months.subList(from, Math.min(from + MONTHS_ABREAST, months.size())));
    }
    if (months.isEmpty()) {
      lines.add("no month is known between these");
    }
    addMasked(lines, history);
    return String.join("\n", lines);
  }

  private static void addTable(List<String> lines, List<JsonNode> months) {
    Set<String> names = new LinkedHashSet<>();
    months.forEach(month -> month.fieldNames().forEachRemaining(names::add));
    names.remove("month");
    lines.add(row("", months.stream().map(month -> text(month, "month")).toList()));
    for (String name : names) {
      lines.add(row(name, months.stream().map(month -> value(month.path(name))).toList()));
    }
  }

  private static String row(String name, List<String> cells) {
    return "%-34s".formatted(name)
        + cells.stream().map(" %10s"::formatted).collect(Collectors.joining());
  }

  private static void addMasked(List<String> lines, JsonNode answer) {
    answer
        .path("masked")
        .properties()
        .forEach(one -> lines.add("%-34s %s".formatted(one.getKey(), value(one.getValue()))));
  }

  private static String logOdds(String theme, JsonNode value) {
    return String.format(Locale.ROOT, "%-34s %+8.2f", theme, value.asDouble());
  }

  private static String probability(JsonNode node, String name) {
    return String.format(Locale.ROOT, "%.3f", node.path(name).asDouble());
  }

  private static String text(JsonNode node, String name) {
    return value(node.path(name));
  }

  private static String value(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return "-";
    }
    return value.isFloatingPointNumber() ? decimal(value.asDouble()) : value.asText();
  }

  private static String decimal(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  private CompanyText() {}
}
