package org.vigie.ingestion.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.kit.http.ProblemException;

class PushReaderTest {

  private static final int LONG = 100_000;

  @ParameterizedTest
  @CsvSource({
    "4.50,4.50",
    "-0.1,-0.1",
    "1e3,1000",
    "12E-1,1.2",
    "1e+30,1000000000000000000000000000000"
  })
  void aNumberKeepsItsTextOrIsWrittenOut(String number, String text) {
    assertThat(read("[{\"a\":" + number + "}]").getFirst().row().fields()).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e999999999", "-1E-999999999", "1e31", "0e99999999999999999999", "1.5e+1000000"})
  void aNumberIsNeverWrittenOutBeyondItsBounds(String number) {
    assertThat(refusal("[{\"siret\":" + number + "}]"))
        .hasMessageContaining("field siret")
        .hasMessageContaining("exponent within ±30");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"a\":1,\"a\":1}", "{\"a\":1,\" A \":2}", "{\"knownAt\":null,\"KnownAt\":null}"})
  void aFieldThatComesTwiceIsNamed(String fact) {
    assertThat(refusal("[" + fact + "]"))
        .hasMessageContaining("field ")
        .hasMessageContaining("twice");
  }

  @Test
  void aValueIsNeitherAnObjectNorAList() {
    assertThat(refusal("[{\"a\":" + "[".repeat(LONG)))
        .hasMessageContaining("fact 0, field a: is a string, a number or a truth");
    assertThat(refusal("[".repeat(LONG))).hasMessageContaining("fact 0: a fact is an object");
    assertThat(refusal("{\"a\":".repeat(LONG))).hasMessageContaining("a push is an array");
  }

  @Test
  void aPushHasNoMoreFactsThanFitATransaction() {
    assertThat(read(facts(PushReader.FACTS_MAX))).hasSize(PushReader.FACTS_MAX);
    assertThat(refusal(facts(PushReader.FACTS_MAX + 1))).hasMessageContaining("1 to 10000");
  }

  @Test
  void aFactHasNoMoreMembersThanThereAreColumns() {
    var members = new ArrayList<String>();
    for (int i = 0; i <= PushReader.MEMBERS_MAX; i++) {
      members.add("\"m" + i + "\":1");
    }
    assertThat(refusal("[{" + String.join(",", members) + "}]"))
        .hasMessageContaining("1000 members");
  }

  @Test
  void halfACharacterIsNoText() {
    assertThat(refusal("[{\"a\":\"\\ud83d\"}]")).hasMessageContaining("half a character");
    assertThat(read("[{\"a\":\"\\ud83d\\ude00\"}]").getFirst().row().fields())
        .containsExactly("😀");
  }

  @Test
  void theRefusalOfALongValueShowsItsStart() {
    var refusal = refusal("[{\"a\":" + "9".repeat(LONG) + "}]");
    assertThat(refusal.problem().members().get("value")).isEqualTo("9".repeat(200));
  }

  /// The classes of characters that parsers tell apart, and what JSON itself is made of.
  @Property(tries = 300)
  void anyLongTextIsReadOrRefused(@ForAll("longTexts") String text, @ForAll("places") String body) {
    readOrRefused(body.replace("%", text).getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 300)
  void anyBytesAreReadOrRefused(@ForAll @Size(max = 4_000) byte[] bytes) {
    readOrRefused(bytes);
  }

  @Property(tries = 300)
  void anySequenceOfTokensIsReadOrRefused(@ForAll("tokens") List<String> tokens) {
    readOrRefused(("[{" + String.join("", tokens)).getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<String> longTexts() {
    return Arbitraries.of(
            "0",
            "9",
            "1 ",
            "12 ",
            "-",
            "+",
            ".",
            ",",
            "1.",
            "e",
            "1e",
            "a",
            "Z",
            "é",
            "ß",
            " ",
            "\t",
            "\n",
            "\u00a0",
            "\u202f",
            "\\u0000",
            "\u0001",
            "\\ud800",
            "😀",
            "\\",
            "\"",
            "'",
            "{",
            "[",
            "[[",
            "{\"a\":",
            "}",
            "]",
            ":",
            ";",
            "/",
            "\ufeff",
            "e9",
            "T",
            "2026-01-01T")
        .map(unit -> unit.repeat(LONG / unit.length()));
  }

  @Provide
  Arbitrary<String> places() {
    return Arbitraries.of(
        "%",
        "[%]",
        "[{\"siret\":\"%\"}]",
        "[{\"siret\":%}]",
        "[{\"siret\":1%}]",
        "[{\"siret\":1e%}]",
        "[{\"siret\":0.%}]",
        "[{\"%\":1}]",
        "[{\"knownAt\":\"%\"}]",
        "[{\"knownAt\":%}]",
        "[{\"siret\":1}]%");
  }

  @Provide
  Arbitrary<List<String>> tokens() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"a\"",
            "\"A\"",
            "\"knownAt\"",
            "1",
            "1e5",
            "-",
            "null",
            "true",
            "\"2026-01-01\"",
            "\\",
            " ",
            "1e99999",
            "\"a\":1",
            "},{")
        .list()
        .ofMaxSize(40);
  }

  private static void readOrRefused(byte[] body) {
    var thrown = catchThrowable(() -> read(body));
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(ProblemException.class);
      assertThat(thrown.getMessage()).hasSizeLessThan(1_000);
    }
  }

  private static String facts(int count) {
    return "[" + "{\"a\":1},".repeat(count - 1) + "{\"a\":1}]";
  }

  private static ProblemException refusal(String body) {
    return catchThrowableOfType(ProblemException.class, () -> read(body));
  }

  private static List<PushedFact> read(String body) {
    return read(body.getBytes(StandardCharsets.UTF_8));
  }

  private static List<PushedFact> read(byte[] body) {
    var reader = new PushReader(PushBody.of(body));
    var facts = new ArrayList<PushedFact>();
    for (var fact = reader.next(); fact != null; fact = reader.next()) {
      facts.add(fact);
    }
    return facts;
  }
}
