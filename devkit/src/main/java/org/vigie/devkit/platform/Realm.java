package org.vigie.devkit.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.devkit.installation.Secrets;

/// The realm `vigie` as Keycloak imports it: the cast with its claims, and the operator's client.
final class Realm {

  // Long enough for a visitor to paste the command lines that the demo prints.
  private static final int TOKEN_SECONDS = 3600;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Secrets secrets;

  Realm(Secrets secrets) {
    this.secrets = secrets;
  }

  String json() throws JsonProcessingException {
    return JSON.writerWithDefaultPrettyPrinter()
        .writeValueAsString(
            Map.of(
                "realm",
                "vigie",
                "enabled",
                true,
                "sslRequired",
                "none",
                "accessTokenLifespan",
                TOKEN_SECONDS,
                "roles",
                Map.of("realm", List.of(Map.of("name", "operator"))),
                "clients",
                clients(),
                "groups",
                Cast.AGENTS.stream().map(Realm::group).toList(),
                "users",
                users()));
  }

  private List<Map<String, Object>> clients() throws JsonProcessingException {
    var clients = new ArrayList<Map<String, Object>>();
    clients.add(system(Cast.OPERATOR, List.of()));
    clients.add(portal());
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

  private Map<String, Object> system(String id, List<Map<String, Object>> mappers) {
    return Map.of(
        "clientId", id,
        "secret", secrets.get("keycloak." + id),
        "publicClient", false,
        "serviceAccountsEnabled", true,
        "standardFlowEnabled", false,
        "directAccessGrantsEnabled", false,
        "protocolMappers", mappers);
  }

  private static Map<String, Object> portal() {
    return Map.of(
        "clientId", Cast.PORTAL,
        "publicClient", true,
        "standardFlowEnabled", false,
        "directAccessGrantsEnabled", true,
        "protocolMappers",
            List.of(
                ofGroup("administration", false), ofGroup("rights", true), ofGroup("zones", true)));
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
