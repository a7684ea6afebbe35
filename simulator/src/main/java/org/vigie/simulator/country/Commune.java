package org.vigie.simulator.country;

/// A commune where companies sit.
///
/// @param weight its share among companies, relative to the others
/// @param urssaf code of the URSSAF that manages its accounts
public record Commune(
    String departement,
    double weight,
    String urssaf,
    String code,
    String name,
    String postalCode,
    String latitude,
    String longitude) {}
