package org.vigie.simulator.registers;

import java.time.LocalDate;
import java.util.TreeMap;
import org.vigie.simulator.calendar.Months;
import org.vigie.simulator.calendar.Timeline;
import org.vigie.simulator.chance.Chance;
import org.vigie.simulator.country.Premises;
import org.vigie.simulator.country.Site;

/// Headcount: a quarter at a time, in the third month after it, some of it a quarter later still,
/// some corrected a quarter later.
public final class Effectifs {

  private static final double LATE = 0.02;
  private static final double CORRECTED = 0.01;

  private final Dossier dossier;
  private final Chance chance;

  Effectifs(Dossier dossier, Chance chance) {
    this.dossier = dossier;
    this.chance = chance;
  }

  /// The first month of headcount that any delivery holds: 36 of them in the first one.
  public static int historyStart(Timeline timeline) {
    return lastMonthKnown(0, timeline) - Timeline.HISTORY_MONTHS + 1;
  }

  /// The last month of headcount that delivery `delivery` can hold.
  public static int lastMonthKnown(int delivery, Timeline timeline) {
    int quarterly = delivery - delivery % Timeline.HEADCOUNT_EVERY;
    return Months.of(timeline.delivery(quarterly)) - Timeline.HEADCOUNT_EVERY;
  }

  void write() {
    var sites = dossier.company().sites();
    for (int s = 0; s < sites.size(); s++) {
      write(sites.get(s), s);
    }
  }

  private void write(Site site, int siteIndex) {
    var life = dossier.life();
    var rows = new TreeMap<Place, TreeMap<Integer, Integer>>();
    int first = Math.max(life.firstMonth(), historyStart(dossier.timeline()));
    int last = Math.min(life.lastMonth(), Months.of(dossier.timeline().lastDelivery()));
    boolean late = false;
    for (int month = first; month <= last; month++) {
      if (Math.floorMod(month, Period.QUARTER) == 0) {
        late = chance.happens(LATE);
      }
      if (site.worksBetween(Months.day(month, 1), Months.lastDay(month))) {
        cells(site, month, dossier.payroll().headcount(siteIndex, month), late, rows);
      }
    }
    rows.forEach(
        (place, cells) ->
            dossier
                .out()
                .accept(
                    new EffectifRow(
                        place.knownOn(),
                        dossier.company(),
                        site.account(),
                        place.premises(),
                        cells)));
  }

  private void cells(
      Site site,
      int month,
      int headcount,
      boolean late,
      TreeMap<Place, TreeMap<Integer, Integer>> rows) {
    var premises = site.premisesOn(Months.day(month, 1));
    var knownOn = knownOn(month).plusMonths(late ? Timeline.HEADCOUNT_EVERY : 0);
    if (chance.happens(CORRECTED)) {
      cell(rows, new Place(knownOn, premises), month, headcount + chance.between(1, 3));
      var correctedOn = knownOn.plusMonths(Timeline.HEADCOUNT_EVERY);
      cell(rows, new Place(correctedOn, premises), month, headcount);
    } else {
      cell(rows, new Place(knownOn, premises), month, headcount);
    }
  }

  private void cell(
      TreeMap<Place, TreeMap<Integer, Integer>> rows, Place place, int month, int headcount) {
    // What a delivery before the first one would have held is in the first one.
    var first = dossier.timeline().delivery(0);
    var delivered = place.knownOn().isBefore(first) ? new Place(first, place.premises()) : place;
    rows.computeIfAbsent(delivered, p -> new TreeMap<>()).put(month, headcount);
  }

  /// The 15th of the third month after the quarter of `month`.
  private static LocalDate knownOn(int month) {
    int quarterEnd = Period.quarterOf(month).lastMonth();
    return Months.day(quarterEnd + Timeline.HEADCOUNT_EVERY, 15);
  }

  private record Place(LocalDate knownOn, Premises premises) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byDay = knownOn.compareTo(other.knownOn);
      return byDay != 0 ? byDay : premises.siret().compareTo(other.premises.siret());
    }
  }
}
