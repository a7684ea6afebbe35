package org.vigie.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallerTest {

  @Test
  void anAdministrationsSystemIsTheClientThatIsNamedAsTheAdministration() {
    assertThat(caller(Map.of("azp", "urssaf", "administration", "urssaf")).system())
        .contains("urssaf");
    assertThat(caller(Map.of("azp", "vigie-cli", "administration", "urssaf")).system()).isEmpty();
    assertThat(caller(Map.of("azp", "urssaf")).system()).isEmpty();
  }

  @Test
  void itIsNamedByItsUserNameElseItsClientElseItsSubject() {
    assertThat(caller(Map.of("preferred_username", "alice", "azp", "c", "sub", "s")).name())
        .isEqualTo("alice");
    assertThat(caller(Map.of("azp", "c", "sub", "s")).name()).isEqualTo("c");
    assertThat(caller(Map.of("sub", "s")).name()).isEqualTo("s");
  }

  @Test
  void claimsAreReadAsJsonAndInOrder() {
    var rights = Json.createArrayBuilder(List.of("urssaf", "score", "urssaf")).build();

    assertThat(caller(Map.of("rights", rights)).rights()).containsExactly("score", "urssaf");
    assertThat(caller(Map.of("rights", "score")).rights()).isEmpty();
    assertThat(caller(Map.of()).sources()).isEmpty();
  }

  @Test
  void whoActsForNobodyIsForbiddenWhatOnlyAdministrationsDo() {
    assertThatThrownBy(() -> caller(Map.of("azp", "c")).requiredAdministration())
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(403));
  }

  private static Caller caller(Map<String, Object> claims) {
    return Caller.of(Callers.token(claims), false);
  }
}
