package org.vigie.scoring.answer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.kit.http.Doors;
import org.vigie.kit.http.Operation;
import org.vigie.kit.http.Tokens;
import org.vigie.scoring.Postgres;

/// Who comes in, and how everybody else is answered.
@QuarkusTest
@QuarkusTestResource(Postgres.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class DoorsTest {

  private static final String OPERATOR = Tokens.operator();
  private static final Operation SCORE = Operation.get("/scores/200000001");

  @Test
  void everyOperationTakesOnlyAccessTokensForVigie() {
    Doors.takeOnlyAccessTokensForVigie(
        List.of(
            SCORE,
            Operation.get("/models"),
            Operation.get("/q/openapi"),
            Operation.get("/nothing/there")));
  }

  @Test
  void anyValueInAnAddressIsAnswered() {
    Doors.bearAnyValue(
        OPERATOR, Operation.get("/scores/{}"), Operation.get("/{}"), Operation.get("/models?x={}"));
  }

  @Test
  void whatIsNoSirenIsToldSo() {
    for (var value : List.of("%00", "12345678", "1234567890", "20000000a", "%d9%a0".repeat(9))) {
      Doors.refuse(400, OPERATOR, Operation.get("/scores/" + value));
    }
  }

  @Test
  void aRequestOfAnotherFormIsRefusedInTheOneForm() {
    Doors.refuse(
        405, OPERATOR, Operation.delete("/scores/200000001"), Operation.post("/models", "{}"));
    Doors.refuse(404, OPERATOR, Operation.get("/nothing/there"), Operation.get("/q/nothing"));
  }

  @Test
  void aLargeBodyIsAnsweredInTheOneForm() {
    Doors.answerLargeBodies(405, OPERATOR, Operation.post("/models", "{}"));
    Doors.answerLargeBodies(404, OPERATOR, Operation.post("/nothing/there", "{}"));
  }

  @Test
  void connectionsAreBounded() {
    Doors.boundConnections();
  }

  @Test
  void healthNeedsNoTokenAndCarriesTheHeaders() {
    Doors.carriesHeaders("live", Operation.get("/q/health/live").anonymously());
    // Not ready without a broker: a failure carries them too.
    Doors.carriesHeaders("ready", Operation.get("/q/health/ready").anonymously());
  }
}
