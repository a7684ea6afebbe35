package org.vigie.simulator.country;

/// What a company is called.
public sealed interface Name {

  /// As URSSAF prints it (rais_soc).
  String printed();

  /// A legal person.
  record Denomination(String printed) implements Name {}

  /// An entrepreneur individuel.
  record Person(String surname, String givenName) implements Name {
    @Override
    public String printed() {
      return surname + " " + givenName;
    }
  }
}
