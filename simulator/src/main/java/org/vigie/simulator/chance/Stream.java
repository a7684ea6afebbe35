package org.vigie.simulator.chance;

/// What chance is drawn for. Each has streams of its own, so that one more draw here moves nothing
/// there. Their order is part of what a seed means.
public enum Stream {
  SIRENS,
  COMPANY,
  SITES,
  ECONOMY,
  LIFE,
  PAYROLL,
  COTISATIONS,
  DEBITS,
  EFFECTIFS,
  PROCEDURE_ROWS,
  ETABLISSEMENTS,
  UNITES_LEGALES,
  DAMAGE
}
