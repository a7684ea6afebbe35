package org.vigie.devkit.platform;

import java.util.List;
import java.util.stream.Stream;

/// Who exists on a fresh installation: administrations with their systems, agents, partners.
public final class Cast {

  /// The operator of the installation: the command line.
  public static final String OPERATOR = "vigie-cli";

  private static final List<String> BOURGOGNE_FRANCHE_COMTE =
      List.of("21", "25", "39", "58", "70", "71", "89", "90");

  /// An administration's system: a client of the identity provider, a principal of the broker.
  ///
  /// @param id names the client, the principal and the topic `alerts.<id>`
  /// @param rights rights by source
  /// @param zones département codes, or `FR`
  public record Administration(String id, List<String> rights, List<String> zones) {}

  /// An agent, who signs in with a password.
  ///
  /// @param username name to sign in with
  /// @param firstName first name
  /// @param lastName last name
  /// @param administration administration that the agent serves
  /// @param rights rights by source
  /// @param zones département codes, or `FR`
  public record Agent(
      String username,
      String firstName,
      String lastName,
      String administration,
      List<String> rights,
      List<String> zones) {}

  /// A partner system, which pushes facts of some sources.
  public record Partner(String id, List<String> sources) {}

  static final List<Administration> ADMINISTRATIONS =
      List.of(
          new Administration("urssaf", List.of("score", "urssaf"), List.of("FR")),
          new Administration("dgefp", List.of("score", "dgefp"), List.of("FR")),
          new Administration("bdf", List.of("score", "bdf"), List.of("FR")),
          new Administration(
              "dreets-bfc",
              List.of("score", "urssaf", "dgefp", "bdf", "pge"),
              BOURGOGNE_FRANCHE_COMTE));

  static final List<Agent> AGENTS =
      List.of(
          new Agent(
              "alice",
              "Alice",
              "Martin",
              "dreets-bfc",
              List.of("score", "urssaf", "dgefp", "bdf", "pge"),
              BOURGOGNE_FRANCHE_COMTE),
          new Agent(
              "bruno", "Bruno", "Petit", "dgefp", List.of("score", "dgefp", "pge"), List.of("FR")));

  static final List<Partner> PARTNERS =
      List.of(new Partner("partenaire-urssaf", List.of("cotisation", "debit", "effectif")));

  /// Ids of the administrations, in order.
  public static List<String> administrations() {
    return ADMINISTRATIONS.stream().map(Administration::id).toList();
  }

  /// Whether an agent signs in under that name.
  public static boolean isAgent(String name) {
    return AGENTS.stream().anyMatch(agent -> agent.username().equals(name));
  }

  /// Whether a system (the operator's, an administration's, a partner's) has that name.
  public static boolean isSystem(String name) {
    return name.equals(OPERATOR)
        || administrations().contains(name)
        || PARTNERS.stream().anyMatch(partner -> partner.id().equals(name));
  }

  /// Everybody who can have a token.
  public static List<String> names() {
    return Stream.of(
            AGENTS.stream().map(Agent::username),
            Stream.of(OPERATOR),
            administrations().stream(),
            PARTNERS.stream().map(Partner::id))
        .flatMap(names -> names)
        .toList();
  }

  private Cast() {}
}
