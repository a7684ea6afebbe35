package org.vigie.alerts.answer;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.alerts.record.AlertDocument;
import org.vigie.alerts.record.AlertDocument.CausesDocument;
import org.vigie.schemas.access.Access;
import org.vigie.schemas.access.AccessPolicy;
import org.vigie.schemas.access.Reader;
import org.vigie.schemas.access.Reading;
import org.vigie.schemas.access.Section;

/// Cuts an alert, already cut to its administration's rights, to those of the agent who reads it.
///
/// @param alert what the reader may see of it
/// @param reading its trace, to be written before it leaves
record ReadingCut(AlertDocument alert, Reading reading) {

  /// Empty when the alert's score is closed to the reader. Who holds the administration's rights
  /// sees the alert exactly as it was sent.
  static Optional<ReadingCut> of(AlertDocument alert, Reader reader) {
    var standing =
        // There is an alert: the company was once in alert. Nobody follows a company yet.
        new AccessPolicy.Standing(reader.zone().meets(alert.departements()), true, false);
    var access = AccessPolicy.decide(reader, Section.SCORE, standing);
    return Reading.of(reader, "alert", alert.siren(), access, standing.inZone())
        .map(reading -> new ReadingCut(open(alert, reader, standing), reading));
  }

  private static AlertDocument open(
      AlertDocument alert, Reader reader, AccessPolicy.Standing standing) {
    if (reader.operator()) {
      return alert;
    }
    var masked = masked(alert, reader, standing);
    return masked.equals(alert.masked()) ? alert : cut(alert, masked);
  }

  private static Map<String, String> masked(
      AlertDocument alert, Reader reader, AccessPolicy.Standing standing) {
    Map<String, String> masked = new LinkedHashMap<>(alert.masked());
    Arrays.stream(Section.values())
        .forEach(
            section -> {
              if (AccessPolicy.decide(reader, section, standing)
                  instanceof Access.Masked(String text)) {
                masked.putIfAbsent(section.group(), text);
              }
            });
    return masked;
  }

  private static AlertDocument cut(AlertDocument alert, Map<String, String> masked) {
    var open =
        alert.causes().facts().stream()
            .filter(cause -> !masked.containsKey(Section.ofSource(cause.source()).group()))
            .toList();
    return alert.withCauses(new CausesDocument(open, open.size()), masked);
  }
}
