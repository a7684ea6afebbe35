package org.vigie.features.compute;

/// What stands of a company's procédures collectives, from none to the gravest.
public enum Procedure {
  IN_BONIS("In bonis"),
  PLAN_SAUVEGARDE("Plan de sauvegarde"),
  SAUVEGARDE("Sauvegarde"),
  PLAN_REDRESSEMENT("Plan de redressement"),
  REDRESSEMENT("Redressement judiciaire"),
  LIQUIDATION("Liquidation judiciaire");

  private final String label;

  Procedure(String label) {
    this.label = label;
  }

  /// As agents name it.
  public String label() {
    return label;
  }
}
