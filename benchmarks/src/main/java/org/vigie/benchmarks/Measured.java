package org.vigie.benchmarks;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What a run of the pipeline benchmark measured.
///
/// @param before raw Kafka before the pipeline
/// @param after raw Kafka after it: the difference is the machine's drift
/// @param records records on source-events that went through the three services
/// @param facts facts in them
/// @param pipelineSeconds from the first upload until all alerts were out
/// @param latency event to alert
record Measured(
    RawKafka.Rate before,
    RawKafka.Rate after,
    long records,
    long facts,
    double pipelineSeconds,
    Latency latency) {

  /// Event to alert, from the time at which each push was due.
  ///
  /// @param perSecond rate of the pushes
  /// @param warmUp how many were made before the first that is measured
  /// @param pushes how many were measured
  /// @param failures how many of these failed
  /// @param alerts how many led to an alert
  record Latency(
      int perSecond,
      int warmUp,
      int pushes,
      int failures,
      long alerts,
      double p50Millis,
      double p95Millis,
      double p99Millis,
      double maxMillis) {}

  private double recordsPerSecond() {
    return records / pipelineSeconds;
  }

  Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("rawBefore", before);
    json.put("rawAfter", after);
    json.put("records", records);
    json.put("facts", facts);
    json.put("pipelineSeconds", pipelineSeconds);
    json.put("recordsPerSecond", recordsPerSecond());
    json.put("factsPerSecond", facts / pipelineSeconds);
    json.put("ratioToRawProduce", recordsPerSecond() / before.produced());
    json.put("ratioToRawConsume", recordsPerSecond() / before.consumed());
    json.put("drift", after.produced() / before.produced());
    json.put("eventToAlert", latency);
    return json;
  }

  String text() {
    return String.format(
        Locale.ROOT,
        """
        raw produce   %,10.0f records/s (after: %,.0f, drift %.2f)
        raw consume   %,10.0f records/s (after: %,.0f)
        three services %,9.0f records/s, %,.0f facts/s: %.4f of raw produce
        event to alert at %d/s, %d alerts, %d pushes refused: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, max %.0f ms""",
        before.produced(),
        after.produced(),
        after.produced() / before.produced(),
        before.consumed(),
        after.consumed(),
        recordsPerSecond(),
        facts / pipelineSeconds,
        recordsPerSecond() / before.produced(),
        latency.perSecond(),
        latency.alerts(),
        latency.failures(),
        latency.p50Millis(),
        latency.p95Millis(),
        latency.p99Millis(),
        latency.maxMillis());
  }
}
