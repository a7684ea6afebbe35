package org.vigie.ingestion.push;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.parse.Columns;
import org.vigie.ingestion.parse.Row;
import org.vigie.kit.http.Problem;
import org.vigie.kit.http.ProblemException;

/// Reads the body of a push, fact by fact: a JSON array of objects whose members are the source's
/// columns. What it holds is bounded by one fact, whatever the body is.
final class PushReader {

  /// Facts in a push: what fits one transaction.
  static final int FACTS_MAX = 10_000;

  // A headcount for each month of eighty years.
  static final int MEMBERS_MAX = 1_000;

  private static final int NAME_CHARS_MAX = 256;

  // An array of objects; what is nested deeper is refused where it begins.
  private static final int DEPTH_MAX = 3;

  // Numbers stay text, and texts have their bound in `MemberText`.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxNameLength(NAME_CHARS_MAX)
                  .maxNumberLength(PushBody.BYTES_MAX)
                  .maxStringLength(PushBody.BYTES_MAX)
                  .build())
          .build();

  private final JsonParser parser;
  private List<String> lastNames = List.of();
  private Columns lastColumns = Columns.of(List.of());
  private int index = -1;

  /// @throws ProblemException when the body is not an array
  PushReader(PushBody body) {
    try {
      parser = JSON.createParser(body.open());
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw notFacts();
      }
    } catch (IOException e) {
      throw notJson(e);
    }
  }

  /// The next fact; null after the last one.
  ///
  /// @throws ProblemException when it is no fact
  @Nullable PushedFact next() {
    try {
      var token = parser.nextToken();
      if (token == JsonToken.END_ARRAY) {
        end();
        return null;
      }
      index++;
      if (index == FACTS_MAX) {
        throw notFacts();
      }
      if (token != JsonToken.START_OBJECT) {
        throw invalid(index, "", String.valueOf(token), "a fact is an object");
      }
      return fact();
    } catch (IOException e) {
      throw notJson(e);
    }
  }

  private void end() throws IOException {
    if (index < 0) {
      throw notFacts();
    }
    if (parser.nextToken() != null) {
      throw notJson("something follows the array");
    }
  }

  private PushedFact fact() throws IOException {
    var names = new ArrayList<String>();
    var values = new ArrayList<String>();
    var knownAt = new OwnKnownAt(index);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      var token = parser.nextToken();
      if (knownAt.isNamed(name)) {
        knownAt.read(MemberText.of(parser, token, index, name));
      } else {
        names.add(name);
        values.add(MemberText.of(parser, token, index, name));
      }
      if (names.size() > MEMBERS_MAX) {
        throw invalid(index, "", "", "a fact has at most " + MEMBERS_MAX + " members");
      }
    }
    return new PushedFact(index, new Row(columns(names), values), knownAt.instant());
  }

  // Most facts of a push have the same members.
  private Columns columns(List<String> names) {
    if (!names.equals(lastNames)) {
      lastColumns = Columns.of(names);
      lastNames = names;
    }
    if (!lastColumns.repeated().isEmpty()) {
      throw invalid(index, lastColumns.repeated().iterator().next(), "", "stands twice");
    }
    return lastColumns;
  }

  private static ProblemException notFacts() {
    return Problem.of(400, "Bad push", "a push is an array of 1 to " + FACTS_MAX + " objects");
  }

  private static ProblemException notJson(IOException e) {
    var message =
        e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    return notJson(MemberText.start(String.valueOf(message)));
  }

  private static ProblemException notJson(String why) {
    return Problem.of(400, "Bad push", "the body is not JSON: " + why);
  }

  static ProblemException invalid(int index, String field, String value, String rule) {
    return new PushPlan.Invalid(index, field, value, rule).problem();
  }
}
