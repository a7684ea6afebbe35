package org.vigie.simulator.registers;

import java.util.List;
import org.vigie.simulator.calendar.Months;
import org.vigie.simulator.chance.Chance;
import org.vigie.simulator.country.Company;
import org.vigie.simulator.country.Site;
import org.vigie.simulator.life.Life;
import org.vigie.simulator.life.Month;

/// A company's staff and contributions, site by site and month by month.
final class Payroll {

  /// A thirteenth month is paid in December, by about this share of a month.
  private static final double DECEMBER = 1.3;

  private final int firstMonth;
  private final int[][] headcounts;
  private final long[][] dueCentimes;

  private Payroll(int firstMonth, int[][] headcounts, long[][] dueCentimes) {
    this.firstMonth = firstMonth;
    this.headcounts = headcounts;
    this.dueCentimes = dueCentimes;
  }

  static Payroll of(Company company, Life life, Chance chance) {
    var sites = company.sites();
    int months = life.months().size();
    var headcounts = new int[sites.size()][months];
    var dueCentimes = new long[sites.size()][months];
    double wages = chance.uniform(0.8, 1.25);
    for (int m = 0; m < months; m++) {
      var month = life.months().get(m);
      var shares = shares(sites, month.month());
      double perHead = wages * perHead(company, month) * chance.uniform(0.96, 1.04);
      for (int s = 0; s < shares.length; s++) {
        long rounded = Math.round(month.headcount() * shares[s]);
        headcounts[s][m] = (int) (s == 0 ? Math.max(1, rounded) : rounded);
        dueCentimes[s][m] = Math.round(100 * perHead * headcounts[s][m]);
      }
    }
    return new Payroll(life.firstMonth(), headcounts, dueCentimes);
  }

  int headcount(int site, int month) {
    return headcounts[site][month - firstMonth];
  }

  long dueCentimes(int site, int month) {
    return dueCentimes[site][month - firstMonth];
  }

  private static double perHead(Company company, Month month) {
    double season = Months.monthOfYear(month.month()) == 12 ? DECEMBER : 1;
    return company.activity().monthlyContribution() * season;
  }

  /// Each working site's part of the headcount; the parts sum to 1.
  private static double[] shares(List<Site> sites, int month) {
    var shares = new double[sites.size()];
    double sum = 0;
    for (int s = 0; s < shares.length; s++) {
      boolean works = sites.get(s).worksBetween(Months.day(month, 1), Months.lastDay(month));
      shares[s] = works ? sites.get(s).share() : 0;
      sum += shares[s];
    }
    for (int s = 0; s < shares.length; s++) {
      shares[s] /= sum;
    }
    return shares;
  }
}
