package org.vigie.alerts.answer;

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

  private static final List<String> FRANCE = List.of("FR");
  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final String OPERATOR = Tokens.operator();
  private static final String SYSTEM = Tokens.administration("dgefp", List.of("score"), FRANCE);
  private static final String NOBODYS = Tokens.agent(List.of("score"), FRANCE);
  private static final Operation SUBSCRIBE = Operation.post("/subscriptions", "{\"name\":\"a\"}");
  private static final Operation END = Operation.delete("/subscriptions/" + ID);
  private static final List<Operation> OPERATORS =
      List.of(Operation.get("/barriers/b1"), Operation.get("/positions"));

  @Test
  void everyOperationTakesOnlyAccessTokensForVigie() {
    Doors.takeOnlyAccessTokensForVigie(OPERATORS);
    Doors.takeOnlyAccessTokensForVigie(
        List.of(
            SUBSCRIBE,
            END,
            Operation.get("/subscriptions"),
            Operation.get("/alerts"),
            Operation.get("/alerts/" + ID),
            Operation.get("/q/openapi"),
            Operation.get("/nothing/there")));
  }

  @Test
  void eachOperationIsClosedToThoseWithoutItsRight() {
    Doors.areClosedTo(SYSTEM, OPERATORS);
    Doors.areClosedTo(
        NOBODYS,
        List.of(SUBSCRIBE, END, Operation.get("/subscriptions"), Operation.get("/alerts")));
    Doors.areClosedTo(OPERATOR, List.of(SUBSCRIBE, END));
  }

  @Test
  void anyValueInAnAddressIsAnswered() {
    Doors.bearAnyValue(
        OPERATOR,
        Operation.get("/alerts/{}"),
        Operation.get("/alerts?administration={}"),
        Operation.get("/alerts?limit={}"),
        Operation.get("/barriers/{}"),
        Operation.get("/{}"));
    Doors.bearAnyValue(
        SYSTEM, Operation.delete("/subscriptions/{}"), Operation.get("/alerts?administration={}"));
  }

  @Test
  void aSubscriptionIsNamedInCharactersThatPrint() {
    for (var name : List.of("a\\u0000", "a\\nb", "\\u001b[2J", "\\u202e", "", " ", "\\ud800")) {
      Doors.refuse(
          422, SYSTEM, SUBSCRIBE.sending("application/json", "{\"name\":\"" + name + "\"}"));
    }
  }

  @Test
  void aRequestOfAnotherFormIsRefusedInTheOneForm() {
    Doors.refuse(405, SYSTEM, Operation.delete("/alerts"), Operation.post("/positions", "{}"));
    Doors.refuse(415, SYSTEM, SUBSCRIBE.sending("text/plain", "{\"name\":\"a\"}"));
    for (var body :
        List.of("{", "[]", "7", "{\"name\":[]}", "{\"name\":\"a\",\"horizon\":\"x\"}")) {
      Doors.refuse(400, SYSTEM, SUBSCRIBE.sending("application/json", body));
    }
    Doors.refuse(422, SYSTEM, SUBSCRIBE.sending("application/json", "null"));
    Doors.refuse(404, OPERATOR, Operation.get("/nothing/there"), Operation.get("/q/nothing"));
  }

  @Test
  void aBodyLargerThanIsTakenIsRefused() {
    Doors.refuse(
        413,
        SYSTEM,
        SUBSCRIBE.sending("application/json", "{\"name\":\"" + "a".repeat(1 << 20) + "\"}"));
  }

  @Test
  void aLargeBodyIsAnsweredInTheOneForm() {
    Doors.answerLargeBodies(413, SYSTEM, SUBSCRIBE);
    Doors.answerLargeBodies(405, SYSTEM, Operation.post("/alerts", "{}"));
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
