package org.vigie.alerts.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.vigie.alerts.subscribe.SubscriptionRequest.Checked.Accepted;
import org.vigie.alerts.subscribe.SubscriptionRequest.Checked.Refused;
import org.vigie.schemas.access.Zone;

/// Whatever a body holds, it is refused or accepted: no text, depth or exponent makes an error, nor
/// an answer as large as the question.
class SubscriptionBodyPropertiesTest {

  private static final int TEXT = 100_000;
  private static final int ANSWERED_MAX = 1_000;
  private static final Zone FRANCE = new Zone(true, Set.of());
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> FIELDS =
      List.of("name", "horizon", "level", "threshold", "departements", "another");

  @Property(tries = 300)
  void anyValueInAnyFieldIsAnsweredWithinABound(
      @ForAll("fields") String field, @ForAll("values") String value) {
    var body = "{\"name\":\"a\",\"" + field + "\":" + value + "}";

    // Some characters are two: the answer shows the beginning alone, see Problem.
    assertThat(answer(body).length()).isLessThan(2 * TEXT + ANSWERED_MAX);
  }

  @Property(tries = 100)
  void aRefusedDepartementOrLevelIsAnsweredShort(@ForAll("texts") String text) {
    assertThat(answer("{\"name\":\"a\",\"departements\":[" + text + "]}").length())
        .isLessThan(ANSWERED_MAX);
  }

  // The words that a caller gets: those of the check, or those of the parser.
  private static String answer(String body) {
    try {
      return switch (JSON.readValue(body, SubscriptionRequest.class).check(FRANCE)) {
        case Accepted accepted -> accepted.terms().toString();
        case Refused(var field, var value, var rule) -> field + value + rule;
      };
    } catch (JsonProcessingException e) {
      return e.getOriginalMessage();
    }
  }

  @Provide
  Arbitrary<String> fields() {
    return Arbitraries.of(FIELDS);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.oneOf(texts(), numbers(), nested(), lists());
  }

  /// A hundred thousand characters of one class.
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "0", "9", "a", "Z", "é", " ", "\\u0000", "\\n", "\\ud800", "\\u202e", "٣", "𝟘", "\\\"",
            ".", "/")
        .map(unit -> '"' + unit.repeat(TEXT) + '"');
  }

  private static Arbitrary<String> numbers() {
    return Combinators.combine(
            Arbitraries.of("", "-"),
            Arbitraries.of("0", "1", "0.5", "9".repeat(900), "9".repeat(TEXT)),
            Arbitraries.of("", "e999999999", "e-999999999", "e1", "e99999999999999999999"))
        .as((sign, digits, exponent) -> sign + digits + exponent);
  }

  private static Arbitrary<String> nested() {
    return Arbitraries.of(900, 1_100, TEXT)
        .flatMap(
            depth ->
                Arbitraries.of(
                    "[".repeat(depth) + "]".repeat(depth),
                    "{\"a\":".repeat(depth) + "1" + "}".repeat(depth),
                    "[".repeat(depth)));
  }

  private static Arbitrary<String> lists() {
    return Arbitraries.of("\"59\"", "null", "1e400", "\"x\"")
        .map(item -> "[" + (item + ",").repeat(TEXT / 10) + item + "]");
  }
}
