package org.vigie.simulator.country;

import java.time.LocalDate;
import java.util.List;

/// A company as it was founded, and its sites over the whole simulation.
///
/// @param number from 0, in its country
/// @param legalCategory catégorie juridique, four digits
/// @param headcount persons when the simulation, or the company, starts
/// @param paysQuarterly whether it declares contributions by the quarter (small employers may)
/// @param sites at least one; the first is the siège
public record Company(
    int number,
    String siren,
    Name name,
    String legalCategory,
    Activity activity,
    LocalDate foundedOn,
    double headcount,
    boolean paysQuarterly,
    List<Site> sites) {

  public Company {
    sites = List.copyOf(sites);
    if (sites.isEmpty()) {
      throw new IllegalArgumentException("a company without a site: " + siren);
    }
  }

  public Site headquarters() {
    return sites.getFirst();
  }
}
