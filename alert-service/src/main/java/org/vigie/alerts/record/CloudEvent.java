package org.vigie.alerts.record;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.vigie.schemas.AlertEvent;

/// The headers that make an alert a CloudEvent in binary mode.
///
/// Written by hand: they are seven fixed names, and the event's time is a day of the log, so that
/// the SDK would add a dependency and nothing else.
final class CloudEvent {

  private static final ZoneId CIVIL_DAYS = ZoneId.of("Europe/Paris");

  /// Headers of an alert; its time is the start of its as-of day, never a clock's. The extension
  /// `closereason` is there for a close alone.
  static Map<String, String> headers(AlertEvent event) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", event.getId());
    headers.put("ce_source", "/vigie/alert-service");
    headers.put("ce_type", "org.vigie.alert." + event.getState().name().toLowerCase(Locale.ROOT));
    headers.put("ce_subject", event.getSiren());
    headers.put(
        "ce_time",
        event.getAsOf().atStartOfDay(CIVIL_DAYS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    if (event.getCloseReason() != null) {
      headers.put("ce_closereason", event.getCloseReason().name().toLowerCase(Locale.ROOT));
    }
    headers.put("content-type", "application/avro");
    return headers;
  }

  private CloudEvent() {}
}
