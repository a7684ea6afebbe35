package org.vigie.simulator.life;

/// The stages of a procédure collective that courts publish.
public enum Stage {
  OUVERTURE,
  OUVERTURE_PROCEDURE,
  PLAN_CONTINUATION,
  INCLUSION_AUTRE_PROCEDURE,
  FIN_PROCEDURE,
  SOLDE_PROCEDURE
}
