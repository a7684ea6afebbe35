package org.vigie.ingestion.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.vigie.ingestion.order.Tally.RowError;

/// Makes reports of journal rows, whose errors stand there as JSON.
@ApplicationScoped
class Reports {

  private static final TypeReference<List<RowError>> ERRORS = new TypeReference<>() {};

  private final ObjectMapper json;

  Reports(ObjectMapper json) {
    this.json = json;
  }

  Report of(DeliveryEntry entry) {
    return new Report(
        entry.id,
        entry.file,
        entry.source,
        entry.state(),
        entry.reason,
        entry.knownAt().text(),
        entry.acceptedAt,
        entry.read,
        entry.valid,
        entry.rejected,
        entry.repeated,
        entry.filtered,
        entry.facts,
        entry.suspicious,
        entry.millis,
        entry.sha256,
        read(entry.errors));
  }

  private List<RowError> read(String errors) {
    try {
      return json.readValue(errors, ERRORS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the journal holds errors that are not JSON", e);
    }
  }

  String write(List<RowError> errors) {
    try {
      return json.writeValueAsString(errors);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("errors cannot be written as JSON", e);
    }
  }
}
