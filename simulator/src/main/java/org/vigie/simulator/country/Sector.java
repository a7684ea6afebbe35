package org.vigie.simulator.country;

/// Sectors of activity, as coarse as the published figures of failures.
public enum Sector {
  CONSTRUCTION,
  HOSPITALITY,
  TRADE,
  INDUSTRY,
  TRANSPORT,
  SERVICES,
  CARE
}
