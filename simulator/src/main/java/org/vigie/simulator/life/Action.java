package org.vigie.simulator.life;

/// The kinds of procédure collective.
public enum Action {
  LIQUIDATION,
  REDRESSEMENT,
  SAUVEGARDE
}
