package org.vigie.features.read;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.kit.http.Doors;
import org.vigie.kit.http.Operation;
import org.vigie.kit.http.Tokens;

/// Who comes in, and how everybody else is answered.
@QuarkusTest
@WithTestResource(OidcWiremockTestResource.class)
@WithTestResource(ServiceResources.class)
class DoorsTest {

  private static final String OPERATOR = Tokens.operator();
  private static final String AGENT = Tokens.agent(List.of("score"), List.of("FR"));
  private static final String COMPANY = "/companies/732829320";
  private static final Operation EXPORT = Operation.get("/export?from=2026-01&to=2026-02");

  @Test
  void everyOperationTakesOnlyAccessTokensForVigie() {
    Doors.takeOnlyAccessTokensForVigie(
        List.of(
            Operation.get(COMPANY + "/features"),
            Operation.get(COMPANY + "/history"),
            Operation.get("/catalogue"),
            EXPORT,
            Operation.get("/nothing/there")));
  }

  @Test
  void theExportIsClosedToAnAgent() {
    Doors.areClosedTo(AGENT, List.of(EXPORT));
  }

  @Test
  void anyValueInAnAddressIsAnswered() {
    Doors.bearAnyValue(
        OPERATOR,
        Operation.get("/companies/{}/features"),
        Operation.get("/companies/{}/history"),
        Operation.get(COMPANY + "/history?from={}&to=2026-01"),
        Operation.get(COMPANY + "/history?to={}"),
        Operation.get("/export?from={}&to=2026-01"),
        Operation.get("/catalogue?x={}"),
        Operation.get("/{}"));
  }

  @Test
  void whatIsNoSirenIsToldSo() {
    for (var value : List.of("%00", "12345678", "1234567890", "20000000a", "%d9%a0".repeat(9))) {
      Doors.refuse(
          400,
          OPERATOR,
          Operation.get("/companies/" + value + "/features"),
          Operation.get("/companies/" + value + "/history"));
    }
  }

  @Test
  void aRequestOfAnotherFormIsRefusedInTheOneForm() {
    Doors.refuse(405, OPERATOR, Operation.delete("/catalogue"), Operation.post("/export", "{}"));
    Doors.refuse(404, OPERATOR, Operation.get("/nothing/there"), Operation.get("/q/nothing"));
  }

  @Test
  void aLargeBodyIsAnsweredInTheOneForm() {
    Doors.answerLargeBodies(405, OPERATOR, Operation.post("/catalogue", "{}"));
    Doors.answerLargeBodies(404, OPERATOR, Operation.post("/nothing/there", "{}"));
  }

  @Test
  void connectionsAreBounded() {
    Doors.boundConnections();
  }

  @Test
  void healthNeedsNoTokenAndCarriesTheHeaders() {
    Doors.carriesHeaders("live", Operation.get("/q/health/live").anonymously());
  }
}
