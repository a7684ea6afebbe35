package org.vigie.simulator.country;

import java.time.LocalDate;

/// Where a site is from a day on: an établissement. A site that moves gets a new one.
public record Premises(String siret, Address address, LocalDate from) {

  public String nic() {
    return siret.substring(9);
  }
}
