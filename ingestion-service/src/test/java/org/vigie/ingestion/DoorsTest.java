package org.vigie.ingestion;

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

  private static final String PUSHES = "/sources/cotisation/facts";
  private static final String OPERATOR = Tokens.operator();
  private static final String PARTNER = Tokens.partner("urssaf-si", "cotisation");
  private static final Operation DELIVER =
      new Operation("POST", "/deliveries?file=x.csv", "application/octet-stream", "a;b\n");
  private static final Operation ACTIVATE = Operation.post("/controls/models", "{\"model\":\"v\"}");

  private static final List<Operation> OPERATORS =
      List.of(
          Operation.get("/deliveries"),
          Operation.get("/deliveries/0123456789abcdef01234567"),
          DELIVER,
          Operation.get("/deliveries?state=suspended"),
          Operation.post("/deliveries/0123456789abcdef01234567/resume", "{}"),
          Operation.post("/deliveries/0123456789abcdef01234567/refuse", "{\"reason\":\"x\"}"),
          Operation.get("/controls"),
          Operation.post("/controls/days", "{\"day\":\"2026-07-31\"}"),
          Operation.post("/controls/barriers", "{}"),
          ACTIVATE,
          Operation.get("/sources"));

  @Test
  void everyOperationTakesOnlyAccessTokensForVigie() {
    Doors.takeOnlyAccessTokensForVigie(OPERATORS);
    Doors.takeOnlyAccessTokensForVigie(
        List.of(
            Operation.post(PUSHES, "[]"),
            Operation.get("/q/openapi"),
            Operation.get("/nothing/there")));
  }

  @Test
  void whatIsTheOperatorsIsClosedToAPartner() {
    Doors.areClosedTo(PARTNER, OPERATORS);
    Doors.areClosedTo(PARTNER, List.of(Operation.post("/sources/debit/facts", "[]")));
  }

  @Test
  void anyValueInAnAddressIsAnswered() {
    Doors.bearAnyValue(
        OPERATOR,
        Operation.get("/deliveries/{}"),
        Operation.get("/{}"),
        Operation.get("/deliveries?x={}"),
        Operation.get("/deliveries?state={}"),
        Operation.get("/deliveries?before={}"),
        Operation.get("/deliveries?limit={}"),
        Operation.post("/deliveries/{}/resume", "{}"),
        Operation.post("/deliveries/{}/refuse", "{\"reason\":\"x\"}"),
        DELIVER.at("/deliveries?file={}"),
        DELIVER.at("/deliveries?file=sigfaible_debits.csv&knownAt={}"));
    Doors.bearAnyValue(PARTNER, Operation.post("/sources/{}/facts", "[]"));
  }

  @Test
  void aFileIsNamedInCharactersThatPrint() {
    for (var name : List.of("%00.csv", "a%0ab.csv", "%1b%5b2J.csv", "%e2%80%ae.csv", "", "%20")) {
      Doors.refuse(400, OPERATOR, DELIVER.at("/deliveries?file=" + name));
    }
    Doors.refuse(400, OPERATOR, DELIVER.at("/deliveries?file=" + "a".repeat(300)));
    Doors.refuse(
        400, OPERATOR, DELIVER.at("/deliveries?file=sigfaible_debits.csv&knownAt=%00%1b%5b2J"));
  }

  @Test
  void aModelIsNamedInCharactersThatPrint() {
    for (var name : List.of("a\\u0000", "a\\nb", "\\u001b[2J", "\\u202e", "", " ", "\\ud800")) {
      Doors.refuse(
          400, OPERATOR, ACTIVATE.sending("application/json", "{\"model\":\"" + name + "\"}"));
    }
  }

  @Test
  void aRequestOfAnotherFormIsRefusedInTheOneForm() {
    Doors.refuse(405, OPERATOR, Operation.delete("/deliveries"), Operation.get("/controls/days"));
    Doors.refuse(
        415,
        OPERATOR,
        DELIVER.sending("text/plain", "a;b\n"),
        ACTIVATE.sending("text/plain", "{}"));
    Doors.refuse(415, PARTNER, Operation.post(PUSHES, "[]").sending("text/csv", "a;b\n"));
    for (var body : List.of("{", "[]", "7", "{\"model\":[]}", "null", "{\"model\":{\"a\":1}}")) {
      Doors.refuse(400, OPERATOR, ACTIVATE.sending("application/json", body));
    }
    Doors.refuse(404, OPERATOR, Operation.get("/nothing/there"), Operation.get("/q/nothing"));
  }

  @Test
  void aBodyLargerThanIsTakenIsRefused() {
    var large = " ".repeat((4 << 20) + 1);
    Doors.refuse(413, OPERATOR, ACTIVATE.sending("application/json", large));
    Doors.refuse(413, PARTNER, Operation.post(PUSHES, large));
  }

  @Test
  void aLargeBodyIsAnsweredInTheOneForm() {
    Doors.answerLargeBodies(413, OPERATOR, ACTIVATE);
    Doors.answerLargeBodies(413, PARTNER, Operation.post(PUSHES, "[]"));
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
