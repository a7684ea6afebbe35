package org.vigie.devkit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the demo measured.
///
/// @param journals the journal of each delivery
/// @param log what stands on company-scores
/// @param alerts all alerts sent, newest first
/// @param timings how long things took
/// @param peakResidentBytes greatest resident memory of all processes together
/// @param moderate judgement of the alerts at level modéré and above
/// @param high judgement of the alerts at level élevé
record Figures(
    List<JsonNode> journals,
    ScoreLog log,
    List<JsonNode> alerts,
    Timings timings,
    long peakResidentBytes,
    Judgement moderate,
    Judgement high) {

  /// Durations, in seconds. The first alert counts from the command's start, the build included.
  record Timings(double build, double start, double firstAlert, double load) {}

  long sum(String count) {
    return journals.stream().mapToLong(journal -> journal.path(count).asLong()).sum();
  }

  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("deliveries", journals.size());
    json.put("facts", sum("facts"));
    json.put("rejected", sum("rejected"));
    json.put("companies", log.companies());
    json.put("scores", log.scores());
    json.put("alerts", alerts.size());
    json.put("buildSeconds", timings.build());
    json.put("startSeconds", timings.start());
    json.put("firstAlertSeconds", number(timings.firstAlert()));
    json.put("loadSeconds", timings.load());
    json.put("peakResidentBytes", peakResidentBytes);
    json.put("precision", number(moderate.precision().value()));
    json.put("recall", number(moderate.recall().value()));
    json.put("medianLeadMonths", number(moderate.medianLeadMonths()));
    json.put("modere", judgement(moderate));
    json.put("eleve", judgement(high));
    return json;
  }

  private static Map<String, Object> judgement(Judgement judgement) {
    var json = new LinkedHashMap<String, Object>();
    json.put("precision", share(judgement.precision()));
    json.put("recall", share(judgement.recall()));
    json.put("medianLeadMonths", number(judgement.medianLeadMonths()));
    return json;
  }

  private static Map<String, Object> share(Judgement.Share share) {
    var json = new LinkedHashMap<String, Object>();
    json.put("value", number(share.value()));
    json.put("hits", share.hits());
    json.put("of", share.of());
    json.put("low90", number(share.low()));
    json.put("high90", number(share.high()));
    return json;
  }

  // JSON has no NaN: what cannot be said is null.
  private static Object number(double value) {
    return Double.isNaN(value) ? NullNode.getInstance() : value;
  }
}
