package org.vigie.simulator.country;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.calendar.Months;
import org.vigie.simulator.calendar.Timeline;
import org.vigie.simulator.chance.Chance;
import org.vigie.simulator.chance.Weighted;

/// Draws where a company works: how many sites, since when, which of them close or move. What comes
/// of the company itself is not known here; registers cut a site's plan where the company ends.
final class SitePlanner {

  private static final double MOVES_A_YEAR = 0.012;

  private static final double CLOSINGS_A_YEAR = 0.02;

  /// How many of the secondary sites lie in another commune than the siège.
  private static final double ELSEWHERE = 0.4;

  private final Weighted<Commune> communes;
  private final Timeline timeline;

  SitePlanner(Weighted<Commune> communes, Timeline timeline) {
    this.communes = communes;
    this.timeline = timeline;
  }

  /// The first is the siège: there from the founding, never closed before the company.
  List<Site> sites(String siren, double headcount, LocalDate foundedOn, Chance chance) {
    var plans = new ArrayList<Plan>();
    var home = communes.draw(chance);
    plans.add(new Plan(1, foundedOn, null, stays(home, foundedOn, null, chance)));
    int secondary = secondarySites(headcount, chance);
    for (int i = 0; i < secondary; i++) {
      var commune = chance.happens(ELSEWHERE) ? communes.draw(chance) : home;
      plans.add(secondary(commune, foundedOn, chance));
    }
    return numbered(siren, plans, chance);
  }

  private static int secondarySites(double headcount, Chance chance) {
    if (headcount < 20) {
      return chance.happens(0.08) ? 1 : 0;
    }
    if (headcount < 50) {
      return chance.happens(0.25) ? chance.between(1, 2) : 0;
    }
    if (headcount < 250) {
      return chance.happens(0.5) ? chance.between(1, 4) : 0;
    }
    return chance.between(1, 9);
  }

  private Plan secondary(Commune commune, LocalDate foundedOn, Chance chance) {
    int founded = Months.of(foundedOn);
    int lastOpening = Math.max(founded, Months.of(timeline.lastDelivery()) - 1);
    var opensOn = Months.day(chance.between(founded, lastOpening), chance.between(1, 28));
    if (opensOn.isBefore(foundedOn)) {
      opensOn = foundedOn;
    }
    var closesOn = within(CLOSINGS_A_YEAR, opensOn, chance);
    double share = chance.uniform(0.15, 0.6);
    return new Plan(share, opensOn, closesOn, stays(commune, opensOn, closesOn, chance));
  }

  private List<Stay> stays(
      Commune commune, LocalDate opensOn, @Nullable LocalDate closesOn, Chance chance) {
    var stays = new ArrayList<Stay>();
    stays.add(new Stay(address(commune, chance), opensOn));
    var movedOn = within(MOVES_A_YEAR, opensOn, chance);
    if (movedOn != null && (closesOn == null || movedOn.isBefore(closesOn.minusMonths(2)))) {
      stays.add(new Stay(address(commune, chance), movedOn));
    }
    return stays;
  }

  /// A day of the simulated months after `start`, at the given rate a year; null when it never
  /// comes.
  private @Nullable LocalDate within(double rateAYear, LocalDate start, Chance chance) {
    int first = Math.max(Months.of(start) + 2, timeline.simulationStart());
    double months = chance.exponential(12 / rateAYear);
    int day = chance.between(1, 28);
    return first + months > Months.of(timeline.lastDelivery())
        ? null
        : Months.day(first + (int) months, day);
  }

  private static Address address(Commune commune, Chance chance) {
    var repetition = chance.happens(0.05) ? chance.oneOf(List.of("B", "T")) : "";
    var type =
        chance.oneOf(List.of("RUE", "RUE", "RUE", "AV", "BD", "CHE", "RTE", "ZA", "PL", "IMP"));
    return new Address(chance.between(1, 180), repetition, type, Names.street(chance), commune);
  }

  /// Gives accounts and NICs; NICs count up in the order in which premises open.
  private static List<Site> numbered(String siren, List<Plan> plans, Chance chance) {
    var order = new TreeMap<LocalDate, List<Stay>>();
    for (var plan : plans) {
      for (var stay : plan.stays()) {
        order.computeIfAbsent(stay.from(), day -> new ArrayList<>()).add(stay);
      }
    }
    var stays = order.values().stream().flatMap(List::stream).toList();
    var sites = new ArrayList<Site>();
    for (var plan : plans) {
      var premises =
          plan.stays().stream()
              .sorted(Comparator.comparing(Stay::from))
              .map(
                  stay ->
                      new Premises(
                          siret(siren, indexOf(stays, stay) + 1), stay.address(), stay.from()))
              .toList();
      var account = account(siren, sites.size(), premises.getFirst().address().commune(), chance);
      sites.add(new Site(account, plan.share(), plan.opensOn(), plan.closesOn(), premises));
    }
    return sites;
  }

  private static int indexOf(List<Stay> stays, Stay wanted) {
    for (int i = 0; i < stays.size(); i++) {
      if (stays.get(i) == wanted) {
        return i;
      }
    }
    throw new IllegalStateException("a stay that was never planned: " + wanted);
  }

  private static String siret(String siren, int sequence) {
    return Luhn.complete(siren + Padded.digits(sequence, 4));
  }

  /// URSSAF's code, the free digits of the SIREN, the rank of the site, six digits of chance.
  private static String account(String siren, int rank, Commune commune, Chance chance) {
    return commune.urssaf() + siren.substring(2, 8) + Padded.digits(rank, 3) + chance.digits(6);
  }

  private record Plan(
      double share, LocalDate opensOn, @Nullable LocalDate closesOn, List<Stay> stays) {}

  private record Stay(Address address, LocalDate from) {}
}
