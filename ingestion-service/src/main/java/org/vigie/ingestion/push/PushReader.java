package org.vigie.ingestion.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.answer.Problem;
import org.vigie.ingestion.answer.ProblemException;
import org.vigie.ingestion.delivery.Paris;
import org.vigie.ingestion.parse.Columns;
import org.vigie.ingestion.parse.Row;

/// Reads the body of a push: a JSON array of objects whose members are the source's columns.
final class PushReader {

  /// Facts in a push: what fits one transaction.
  static final int FACTS_MAX = 10_000;

  // As in a file.
  private static final int CHARS_MAX = 64 << 10;

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  static List<PushedFact> read(byte[] body) {
    var array = tree(body);
    if (!array.isArray() || array.isEmpty() || array.size() > FACTS_MAX) {
      throw Problem.of(400, "Bad push", "a push is an array of 1 to " + FACTS_MAX + " objects");
    }
    var facts = new ArrayList<PushedFact>(array.size());
    for (int index = 0; index < array.size(); index++) {
      facts.add(fact(index, array.get(index)));
    }
    return facts;
  }

  private static JsonNode tree(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw Problem.of(400, "Bad push", "the body is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory could not be read", e);
    }
  }

  private static PushedFact fact(int index, JsonNode object) {
    if (!object.isObject()) {
      throw invalid(index, "", object.toString(), "a fact is an object");
    }
    var names = new ArrayList<String>();
    var values = new ArrayList<String>();
    Instant knownAt = null;
    for (var member : object.properties()) {
      if (member.getKey().equals(PushPlanner.KNOWN_AT)) {
        knownAt = knownAt(index, member.getValue());
      } else {
        names.add(member.getKey());
        values.add(text(index, member));
      }
    }
    var columns = Columns.of(names);
    if (!columns.repeated().isEmpty()) {
      throw invalid(index, columns.repeated().iterator().next(), "", "stands twice");
    }
    return new PushedFact(new Row(columns, values), knownAt);
  }

  private static String text(int index, Map.Entry<String, JsonNode> member) {
    var value = member.getValue();
    if (value.isNull()) {
      return "";
    }
    if (!value.isValueNode()) {
      throw invalid(index, member.getKey(), value.toString(), "is a string, a number or a truth");
    }
    var text = value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    if (text.length() > CHARS_MAX || text.indexOf('\0') >= 0) {
      throw invalid(index, member.getKey(), "", "is at most 64 KiB of text without NUL");
    }
    return text;
  }

  private static @Nullable Instant knownAt(int index, JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    var text = value.asText();
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : Paris.startOf(LocalDate.parse(text));
    } catch (DateTimeException _) {
      throw invalid(index, PushPlanner.KNOWN_AT, text, "is a day, or an instant with its offset");
    }
  }

  static ProblemException invalid(int index, String field, String value, String rule) {
    var at = field.isEmpty() ? "fact " + index : "fact " + index + ", field " + field;
    return Problem.of(
        422,
        "Invalid fact",
        at + ": " + rule,
        Map.of("index", index, "field", field, "value", value, "rule", rule));
  }

  private PushReader() {}
}
