package org.vigie.simulator.country;

import java.time.LocalDate;
import java.util.List;
import org.vigie.simulator.calendar.Months;
import org.vigie.simulator.calendar.Timeline;
import org.vigie.simulator.chance.Chance;
import org.vigie.simulator.chance.Stream;
import org.vigie.simulator.chance.Weighted;

/// The companies of a country, each drawn from its number alone.
public final class Country {

  /// Share of the companies that are founded while the country is watched; they replace those that
  /// fail or close, so that the stock stays about as large as it was.
  private static final double FOUNDED_IN_SIGHT = 0.14;

  /// Mean age of the others above [#YOUNGEST_AGE_YEARS], and the oldest.
  private static final double MEAN_AGE_YEARS = 14;

  private static final double YOUNGEST_AGE_YEARS = 0.5;

  private static final double OLDEST_AGE_YEARS = 70;

  private static final double NATURAL_PERSONS = 0.02;

  private static final double SMALL_EMPLOYERS_PAYING_QUARTERLY = 0.4;

  private final long seed;
  private final Timeline timeline;
  private final Sirens sirens;
  private final Weighted<Activity> activities;
  private final Weighted<SizeClass> sizes;
  private final Weighted<LegalForm> forms;
  private final SitePlanner sitePlanner;

  public Country(long seed, Timeline timeline) {
    this.seed = seed;
    this.timeline = timeline;
    this.sirens = new Sirens(seed);
    this.activities = new Weighted<>(ReferenceTables.activities(), Activity::weight);
    this.sizes = new Weighted<>(List.of(SizeClass.values()), SizeClass::share);
    this.forms = new Weighted<>(List.of(LegalForm.values()), LegalForm::share);
    this.sitePlanner =
        new SitePlanner(new Weighted<>(ReferenceTables.communes(), Commune::weight), timeline);
  }

  public Company company(int number) {
    var chance = Chance.of(seed, Stream.COMPANY, number);
    var siren = sirens.siren(number);
    var activity = activities.draw(chance);
    boolean natural = chance.happens(NATURAL_PERSONS);
    var size = natural ? SizeClass.FEW : sizes.draw(chance);
    double headcount = size.headcount(chance);
    var foundedOn = foundedOn(chance);
    var name = natural ? Names.person(chance) : Names.denomination(activity, chance);
    var form = natural ? LegalForm.NATURAL_PERSON : forms.draw(chance);
    boolean quarterly = headcount < 10 && chance.happens(SMALL_EMPLOYERS_PAYING_QUARTERLY);
    var sites =
        sitePlanner.sites(siren, headcount, foundedOn, Chance.of(seed, Stream.SITES, number));
    return new Company(
        number, siren, name, form.code(), activity, foundedOn, headcount, quarterly, sites);
  }

  private LocalDate foundedOn(Chance chance) {
    if (chance.happens(FOUNDED_IN_SIGHT)) {
      // Founded at least three months before the last delivery: later ones would have no rows.
      int last = Months.of(timeline.lastDelivery()) - 3;
      return Months.day(chance.between(timeline.historyStart(), last), chance.between(1, 28));
    }
    double years =
        Math.min(OLDEST_AGE_YEARS, YOUNGEST_AGE_YEARS + chance.exponential(MEAN_AGE_YEARS));
    return Months.day(timeline.historyStart() - (int) (years * 12), chance.between(1, 28));
  }
}
