package org.vigie.simulator.country;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place of work of a company: one URSSAF account, and the établissements that it has been one
/// after the other. The account outlives a move, the SIRET does not.
///
/// @param account URSSAF account number, eighteen digits
/// @param share its part of the company's headcount, relative to the other sites
/// @param opensOn day from which it works
/// @param closesOn day from which it no longer does, whatever becomes of the company; null when
///     never
/// @param premises at least one, in order of time
public record Site(
    String account,
    double share,
    LocalDate opensOn,
    @Nullable LocalDate closesOn,
    List<Premises> premises) {

  public Site {
    premises = List.copyOf(premises);
    if (premises.isEmpty()) {
      throw new IllegalArgumentException("a site without premises: " + account);
    }
  }

  /// Where it is on `day`; before its first day, where it first was.
  public Premises premisesOn(LocalDate day) {
    var standing = premises.getFirst();
    for (var next : premises) {
      if (!next.from().isAfter(day)) {
        standing = next;
      }
    }
    return standing;
  }

  public boolean worksBetween(LocalDate first, LocalDate last) {
    return !opensOn.isAfter(last) && (closesOn == null || closesOn.isAfter(first));
  }
}
