package org.vigie.schemas.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.access.Access.Ground;
import org.vigie.schemas.access.Access.Masked;
import org.vigie.schemas.access.Access.Open;

class ReadingTest {

  private static final Reader ALICE =
      Reader.ofClaims("alice", List.of("urssaf"), List.of("59"), false);

  @Test
  void onlyWhatIsClosedByDefaultAndOpenedIsTraced() {
    assertThat(Reading.of(ALICE, "score", "552100554", new Open(Ground.ZONE_AND_ALERT), true))
        .contains(new Reading("alice", "score", "552100554", Ground.ZONE_AND_ALERT, true));
    assertThat(Reading.of(ALICE, "profil", "552100554", new Open(Ground.PUBLIC), true)).isEmpty();
    assertThat(Reading.of(ALICE, "score", "552100554", new Masked("masqué"), true)).isEmpty();
  }

  @Test
  void aTraceSaysWhoReadWhatAndOnWhichGround() throws JsonProcessingException {
    var reading =
        new Reading("alice", "features/dette_urssaf", "552100554", Ground.OPERATOR, false);

    assertThat(new ObjectMapper().writeValueAsString(reading))
        .isEqualTo(
            "{\"reader\":\"alice\",\"what\":\"features/dette_urssaf\","
                + "\"siren\":\"552100554\",\"ground\":\"OPERATOR\",\"inZone\":false}");
  }

  @Test
  void aReadingOfNoOneCompanyHasNoSiren() throws JsonProcessingException {
    var reading = new Reading("vigie-cli", "export", null, Ground.OPERATOR, true);

    assertThat(new ObjectMapper().writeValueAsString(reading)).contains("\"siren\":null");
  }
}
