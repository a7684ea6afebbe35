package org.vigie.devkit.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.devkit.installation.Secrets;

/// The realm `vigie` as Keycloak imports it: the cast with its claims, and the operator's client.
final class Realm {

  /// What services require as audience: a token that was made for somebody else opens nothing here.
  static final String AUDIENCE = "vigie";

  // A stolen token works no longer than this; the command line asks for another in time.
  private static final int TOKEN_SECONDS = 600;

  // Ten wrong passwords in a row close an account for a minute, then for longer, up to a quarter of
  // an hour: guessing takes for ever, and nobody locks another one out for good.
  private static final int FAILURES_MAX = 10;
  private static final int WAIT_SECONDS = 60;
  private static final int WAIT_SECONDS_MAX = 900;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Secrets secrets;

  Realm(Secrets secrets) {
    this.secrets = secrets;
  }

  String json() throws JsonProcessingException {
    var realm = new LinkedHashMap<String, Object>();
    realm.put("realm", "vigie");
    realm.put("enabled", true);
    realm.put("sslRequired", "none");
    realm.put("accessTokenLifespan", TOKEN_SECONDS);
    realm.put("registrationAllowed", false);
    realm.put("resetPasswordAllowed", false);
    realm.put("rememberMe", false);
    realm.put("bruteForceProtected", true);
    realm.put("permanentLockout", false);
    realm.put("failureFactor", FAILURES_MAX);
    realm.put("waitIncrementSeconds", WAIT_SECONDS);
    realm.put("maxFailureWaitSeconds", WAIT_SECONDS_MAX);
    realm.put("roles", Map.of("realm", List.of(Map.of("name", "operator"))));
    realm.put("clients", clients());
    realm.put("groups", Cast.AGENTS.stream().map(Realm::group).toList());
    realm.put("users", users());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
  }

  private List<Map<String, Object>> clients() throws JsonProcessingException {
    var clients = new ArrayList<Map<String, Object>>();
    clients.add(commandLine());
    for (var administration : Cast.ADMINISTRATIONS) {
      clients.add(
          system(
              administration.id(),
              List.of(
                  fixed("administration", administration.id()),
                  fixed("rights", administration.rights()),
                  fixed("zones", administration.zones()))));
    }
    for (var partner : Cast.PARTNERS) {
      clients.add(system(partner.id(), List.of(fixed("sources", partner.sources()))));
    }
    return clients;
  }

  /// The operator, by client credentials; and agents, for whom the command line asks with their
  /// passwords and its own secret.
  private Map<String, Object> commandLine() {
    return client(
        Cast.OPERATOR,
        true,
        List.of(ofGroup("administration", false), ofGroup("rights", true), ofGroup("zones", true)));
  }

  private Map<String, Object> system(String id, List<Map<String, Object>> mappers) {
    return client(id, false, mappers);
  }

  private Map<String, Object> client(
      String id, boolean passwords, List<Map<String, Object>> claims) {
    var mappers = new ArrayList<>(claims);
    mappers.add(audience());
    return Map.of(
        "clientId",
        id,
        "secret",
        secrets.get("keycloak." + id),
        "publicClient",
        false,
        "serviceAccountsEnabled",
        true,
        "standardFlowEnabled",
        false,
        "directAccessGrantsEnabled",
        passwords,
        "protocolMappers",
        mappers);
  }

  /// The audience, of access tokens alone: an ID token is for the client that asked for it.
  private static Map<String, Object> audience() {
    return Map.of(
        "name",
        "audience",
        "protocol",
        "openid-connect",
        "protocolMapper",
        "oidc-audience-mapper",
        "config",
        Map.of(
            "included.custom.audience",
            AUDIENCE,
            "access.token.claim",
            "true",
            "id.token.claim",
            "false"));
  }

  /// A claim with a fixed value.
  private static Map<String, Object> fixed(String claim, Object value)
      throws JsonProcessingException {
    boolean text = value instanceof String;
    return Map.of(
        "name",
        claim,
        "protocol",
        "openid-connect",
        "protocolMapper",
        "oidc-hardcoded-claim-mapper",
        "config",
        Map.of(
            "claim.name",
            claim,
            "claim.value",
            text ? value : JSON.writeValueAsString(value),
            "jsonType.label",
            text ? "String" : "JSON",
            "access.token.claim",
            "true"));
  }

  /// A claim from the attributes of the agent's group.
  private static Map<String, Object> ofGroup(String claim, boolean many) {
    return Map.of(
        "name",
        claim,
        "protocol",
        "openid-connect",
        "protocolMapper",
        "oidc-usermodel-attribute-mapper",
        "config",
        Map.of(
            "user.attribute",
            claim,
            "claim.name",
            claim,
            "jsonType.label",
            "String",
            "multivalued",
            Boolean.toString(many),
            "aggregate.attrs",
            "true",
            "access.token.claim",
            "true"));
  }

  private static Map<String, Object> group(Cast.Agent agent) {
    return Map.of(
        "name",
        "agents-" + agent.username(),
        "attributes",
        Map.of(
            "administration", List.of(agent.administration()),
            "rights", agent.rights(),
            "zones", agent.zones()));
  }

  private List<Map<String, Object>> users() {
    var users = new ArrayList<Map<String, Object>>();
    users.add(
        Map.of(
            "username",
            "service-account-" + Cast.OPERATOR,
            "enabled",
            true,
            "serviceAccountClientId",
            Cast.OPERATOR,
            "realmRoles",
            List.of("operator")));
    for (var agent : Cast.AGENTS) {
      users.add(
          Map.of(
              "username", agent.username(),
              "enabled", true,
              "email", agent.username() + "@vigie.invalid",
              "emailVerified", true,
              "firstName", agent.firstName(),
              "lastName", agent.lastName(),
              "groups", List.of("/agents-" + agent.username()),
              "credentials",
                  List.of(
                      Map.of(
                          "type",
                          "password",
                          "temporary",
                          false,
                          "value",
                          secrets.get("keycloak." + agent.username())))));
    }
    return users;
  }
}
