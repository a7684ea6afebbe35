package org.vigie.devkit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.platform.Cast;

/// What a visitor reads at the end of the demo.
public final class DemoReport {

  private static final int STRONGEST = 10;
  private static final int THEMES = 2;

  private final Installation installation;
  private final Figures figures;
  private final Alerts alerts;

  DemoReport(Installation installation, Figures figures) {
    this.installation = installation;
    this.figures = figures;
    this.alerts = new Alerts(figures.alerts());
  }

  /// The figures, for a program.
  public Map<String, Object> json() {
    return figures.json();
  }

  /// The figures and the strongest alerts, for people.
  public String text() {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(
        format(
            "%d deliveries, %d facts, %d rejected rows, %d companies, %d scores, %d alerts",
            figures.journals().size(),
            figures.sum("facts"),
            figures.sum("rejected"),
            figures.log().companies(),
            figures.log().scores(),
            figures.alerts().size()));
    lines.add(
        format(
            "started in %.1f s, first alert after %.1f s, loaded in %.1f s, %d MB at most",
            figures.timings().start(),
            figures.timings().firstAlert(),
            figures.timings().load(),
            figures.peakResidentBytes() / 1_000_000));
    lines.add("");
    lines.addAll(table());
    lines.add("");
    lines.add("Against the simulator's truth, within 18 months (90 % bootstrap interval):");
    lines.add("  modéré and above: " + judgement(figures.moderate()));
    lines.add("  élevé:            " + judgement(figures.high()));
    return String.join("\n", lines);
  }

  /// Where to go from here. Tokens live for minutes, so each line asks for its own.
  public String next() {
    String company =
        alerts.strongest(1).stream()
            .map(alert -> alert.path("siren").asText())
            .findFirst()
            .orElse("000000000");
    String curl =
        "  curl -s -H \"Authorization: Bearer $(./vigie token %s --data '%s')\" "
            .formatted(Cast.OPERATOR, installation.data());
    return String.join(
        "\n",
        "",
        "URLs: " + urls(),
        "",
        "Try (as the operator):",
        curl + installation.url(Slot.SCORING_SERVICE) + "/scores/" + company,
        curl + installation.url(Slot.FEATURE_SERVICE) + "/companies/" + company + "/features",
        curl + "'" + installation.url(Slot.ALERT_SERVICE) + "/alerts?administration=urssaf'",
        "",
        "Accounts: ./vigie token alice (DREETS Bourgogne-Franche-Comté, level A), bruno (DGEFP,",
        "level B), or a system: urssaf, dgefp, bdf, dreets-bfc, partenaire-urssaf.",
        "./vigie status, logs, score SIREN, history SIREN, alerts tell more.");
  }

  private String urls() {
    return Stream.of(
            Slot.INGESTION_SERVICE,
            Slot.FEATURE_SERVICE,
            Slot.SCORING_SERVICE,
            Slot.ALERT_SERVICE,
            Slot.REGISTRY,
            Slot.KEYCLOAK)
        .map(
            slot ->
                slot.name().toLowerCase(Locale.ROOT).replace('_', '-')
                    + " "
                    + installation.url(slot))
        .collect(Collectors.joining("\n      "));
  }

  private List<String> table() {
    var rows = new ArrayList<String>();
    rows.add(
        format(
            "%-9s  %-28s %-4s %-7s %5s %5s %5s  %-24s %-34s %s",
            "SIREN",
            "company",
            "dép.",
            "level",
            "p12",
            "p18",
            "p24",
            "caused by",
            "leading themes",
            "sent to"));
    for (JsonNode alert : alerts.strongest(STRONGEST)) {
      rows.add(row(alert));
    }
    return rows;
  }

  private String row(JsonNode alert) {
    String siren = alert.path("siren").asText();
    return format(
        "%-9s  %-28s %-4s %-7s %5.3f %5.3f %5.3f  %-24s %-34s %s",
        siren,
        cut(alert.path("name").asText(""), 28),
        alert.at("/departements/0").asText(""),
        alert.at("/after/level").asText(),
        alert.at("/after/p12").asDouble(),
        alert.at("/after/p18").asDouble(),
        alert.at("/after/p24").asDouble(),
        cut(causes(alert), 24),
        cut(themes(alert), 34),
        String.join(" ", alerts.recipients(siren)));
  }

  // The latest of the facts that caused it, and how many there are beside.
  private static String causes(JsonNode alert) {
    long others = alert.at("/causes/count").asLong() - 1;
    return StreamSupport.stream(alert.at("/causes/facts").spliterator(), false)
        .max(Comparator.comparing(cause -> cause.path("occurredAt").asText()))
        .map(cause -> cause.path("source").asText() + " " + cause.path("occurredAt").asText())
        .map(cause -> others > 0 ? cause + " +" + others : cause)
        .orElse("the passing of time");
  }

  // The alert gives them strongest first.
  private static String themes(JsonNode alert) {
    return alert.path("contributions").properties().stream()
        .limit(THEMES)
        .map(theme -> format("%s %+.2f", theme.getKey(), theme.getValue().asDouble()))
        .collect(Collectors.joining(", "));
  }

  private static String judgement(Judgement judgement) {
    return format(
        "precision %s, recall %s, median lead %.0f months",
        share(judgement.precision()), share(judgement.recall()), judgement.medianLeadMonths());
  }

  private static String share(Judgement.Share share) {
    return format(
        "%.2f (%d of %d, %.2f–%.2f)",
        share.value(), share.hits(), share.of(), share.low(), share.high());
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
