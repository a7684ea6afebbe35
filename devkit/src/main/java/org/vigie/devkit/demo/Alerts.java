package org.vigie.devkit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The alerts sent, as alert-service lists them.
///
/// @param all newest first
record Alerts(List<JsonNode> all) {

  private static final String HIGH = "élevé";
  private static final Set<String> AT_LEAST_MODERATE = Set.of("modéré", HIGH);

  /// Day of the first alert at modéré or above, by SIREN, over all administrations.
  Map<String, LocalDate> firstAtLeastModerate() {
    return first(AT_LEAST_MODERATE);
  }

  /// Day of the first alert at élevé, by SIREN, over all administrations.
  Map<String, LocalDate> firstHigh() {
    return first(Set.of(HIGH));
  }

  private Map<String, LocalDate> first(Set<String> levels) {
    var first = new HashMap<String, LocalDate>();
    for (JsonNode alert : all) {
      if (levels.contains(alert.at("/after/level").asText())) {
        first.merge(
            alert.path("siren").asText(),
            LocalDate.parse(alert.path("asOf").asText()),
            (one, other) -> one.isBefore(other) ? one : other);
      }
    }
    return first;
  }

  /// The alerts with the highest probability at 18 months, one per company: of those that several
  /// administrations received, the one that was cut the least.
  List<JsonNode> strongest(int limit) {
    var byCompany = new LinkedHashMap<String, JsonNode>();
    all.stream()
        .sorted(
            Comparator.comparingDouble((JsonNode alert) -> -p18(alert))
                .thenComparing(alert -> -alert.at("/causes/facts").size()))
        .forEach(alert -> byCompany.putIfAbsent(alert.path("siren").asText(), alert));
    return byCompany.values().stream().limit(limit).toList();
  }

  /// Who was alerted about a company, in order.
  Set<String> recipients(String siren) {
    var recipients = new TreeSet<String>();
    all.stream()
        .filter(alert -> alert.path("siren").asText().equals(siren))
        .forEach(alert -> recipients.add(alert.path("administration").asText()));
    return recipients;
  }

  private static double p18(JsonNode alert) {
    return alert.at("/after/p18").asDouble();
  }
}
