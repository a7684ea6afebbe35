package org.vigie.simulator.life;

import java.time.LocalDate;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.vigie.simulator.calendar.Months;
import org.vigie.simulator.calendar.Timeline;
import org.vigie.simulator.chance.Chance;
import org.vigie.simulator.chance.Stream;
import org.vigie.simulator.country.Company;

/// Lets each company live from the burn-in (or its founding) to the end of the truth.
public final class Lives {

  /// A company that is gone before history starts was never in the country: another life is drawn.
  /// One life in four is; this many in a row are a bug.
  private static final int MOST_ATTEMPTS = 100;

  /// How much harder the climate is for companies under five years.
  private static final double HEADWIND = 0.25;

  /// Standard deviation of the long-run distress among companies of one activity.
  private static final double OWN_DISTRESS = 0.12;

  private final long seed;
  private final Timeline timeline;
  private final Economy economy;

  public Lives(long seed, Timeline timeline) {
    this.seed = seed;
    this.timeline = timeline;
    this.economy = new Economy(seed, timeline);
  }

  public Life of(Company company) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      var life = new Course(company, attempt).run();
      if (life.lastMonth() >= timeline.historyStart()) {
        return life;
      }
    }
    throw new IllegalStateException("no life reaches history: company " + company.siren());
  }

  /// One attempt at one company's life.
  private final class Course {

    private final Company company;
    private final Chance chance;
    private final Finances finances;
    private final int founded;
    private final ArrayList<Month> months = new ArrayList<>();
    private @Nullable Procedure procedure;
    private @Nullable LocalDate activityEndedOn;
    private @Nullable LocalDate ceasedOn;

    Course(Company company, int attempt) {
      this.company = company;
      this.chance = Chance.of(seed, Stream.LIFE, company.number(), attempt);
      this.founded = Months.of(company.foundedOn());
      this.finances =
          new Finances(
              company.activity().distress() + OWN_DISTRESS * chance.gaussian(),
              company.headcount(),
              chance);
    }

    Life run() {
      int start = Math.max(timeline.simulationStart(), founded);
      for (int month = start; month <= timeline.lastMonth() && activityEndedOn == null; month++) {
        if (procedure == null) {
          liveInBonis(month);
        } else {
          months.add(finances.liveUnderProcedure(month, economy.climate(month)));
        }
        endIfLiquidated(month);
      }
      return new Life(months, procedure, activityEndedOn, ceasedOn);
    }

    private void liveInBonis(int month) {
      int age = month - founded;
      double climate = economy.climate(month) - (Hazards.isYoung(age) ? HEADWIND : 0);
      var lived = finances.live(month, climate);
      months.add(lived);
      if (chance.happens(Hazards.failure(lived, age))) {
        procedure = Court.open(Months.day(month, chance.between(1, 28)), chance);
      } else if (chance.happens(Hazards.closing(lived, age))) {
        activityEndedOn = Months.day(month, chance.between(1, 28));
        ceasedOn = activityEndedOn;
      }
    }

    private void endIfLiquidated(int month) {
      if (procedure == null) {
        return;
      }
      var liquidatedOn = procedure.liquidatedOn();
      if (liquidatedOn != null && Months.of(liquidatedOn) <= month) {
        activityEndedOn = liquidatedOn;
        ceasedOn = procedure.judgements().getLast().on();
      }
    }
  }
}
