package org.vigie.simulator;

/// What to simulate. The first delivery, of 36 months of history, is dated 2025-06-22 whatever the
/// plan; with twelve months the last one is dated 2026-06-22.
///
/// @param companies how many, founded or failed along the way ones included: 1 to 500,000
/// @param months monthly deliveries after the first: 0 to 60 (every file of every delivery is open
///     at once)
/// @param seed the same plan with the same seed gives the same bytes
public record SimulationPlan(int companies, int months, long seed) {

  public static final int MOST_COMPANIES = 500_000;
  public static final int MOST_MONTHS = 60;

  public SimulationPlan {
    if (companies < 1 || companies > MOST_COMPANIES) {
      throw new IllegalArgumentException(
          "companies must be from 1 to " + MOST_COMPANIES + ": " + companies);
    }
    if (months < 0 || months > MOST_MONTHS) {
      throw new IllegalArgumentException("months must be from 0 to " + MOST_MONTHS + ": " + months);
    }
  }
}
