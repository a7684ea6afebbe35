package org.vigie.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void itIsWrittenAsRfc9457HasItWithItsMembersBeside() throws Exception {
    var problem = Problem.invalid("horizon", "6", "12, 18 or 24 months").problem();

    assertThat(new ObjectMapper().readTree(new ObjectMapper().writeValueAsString(problem)))
        .isEqualTo(
            new ObjectMapper()
                .valueToTree(
                    Map.of(
                        "type", "about:blank",
                        "title", "Invalid field",
                        "status", 422,
                        "detail", "horizon: 12, 18 or 24 months",
                        "field", "horizon",
                        "value", "6",
                        "rule", "12, 18 or 24 months")));
  }

  @Test
  void aValueThatIsAbsentIsNoMember() {
    assertThat(Problem.invalid("name", null, "a name").problem().members())
        .containsOnlyKeys("field", "rule");
  }

  @Test
  void whatItQuotesObeysNoTerminalAndIsCut() {
    var problem = Problem.malformed("id", "\u001b[2J\u202e" + "x".repeat(1000), "plain").problem();

    assertThat(problem.members().get("value"))
        .asString()
        .startsWith("\\u001b[2J\\u202exx")
        .hasSizeLessThan(520)
        .endsWith("…");
  }
}
