package org.vigie.simulator.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.vigie.simulator.calendar.Months;
import org.vigie.simulator.chance.Chance;
import org.vigie.simulator.country.Premises;
import org.vigie.simulator.country.Site;

/// URSSAF's debts: every operation, some late, some corrected a month later, and once more under
/// the new SIRET when the établissement that owes has moved.
final class Debits {

  private static final double LATE = 0.03;
  private static final double CORRECTED = 0.005;

  private final Dossier dossier;
  private final Chance chance;

  Debits(Dossier dossier, Chance chance) {
    this.dossier = dossier;
    this.chance = chance;
  }

  void write() {
    var sites = dossier.company().sites();
    for (int s = 0; s < sites.size(); s++) {
      var ledger = new Ledger(s, dossier.company().paysQuarterly(), dossier.payroll(), chance);
      int number = 0;
      for (var debt : ledger.debts(dossier.life())) {
        number++;
        if (isWorthTelling(debt)) {
          write(sites.get(s), debt, ecart(number));
        }
      }
    }
  }

  /// Three digits, from 001.
  private static String ecart(int number) {
    return Integer.toString(1000 + number % 1000).substring(1);
  }

  /// A debt settled before history starts is nobody's any more.
  private boolean isWorthTelling(Debt debt) {
    var historyStart = Months.day(dossier.timeline().historyStart(), 1);
    return !debt.isSettled() || !debt.operations().getLast().processedOn().isBefore(historyStart);
  }

  private void write(Site site, Debt debt, String ecart) {
    for (var operation : debt.operations()) {
      if (!operation.processedOn().isAfter(dossier.timeline().lastDelivery())) {
        Versions.deliver(versions(site, debt, ecart, operation), dossier.timeline(), dossier.out());
      }
    }
  }

  /// The row as it is first known, as it is corrected, as it follows a move.
  private List<DebitRow> versions(Site site, Debt debt, String ecart, DebtOperation operation) {
    int delay = chance.happens(LATE) ? chance.between(25, 60) : chance.between(0, 2);
    var firstKnownOn = operation.processedOn().plusDays(delay);
    boolean corrected = chance.happens(CORRECTED);
    var correctedOn = corrected ? firstKnownOn.plusDays(chance.between(25, 45)) : firstKnownOn;
    var days = new TreeSet<>(List.of(firstKnownOn, correctedOn));
    for (var moved : site.premises().subList(1, site.premises().size())) {
      if (moved.from().isAfter(operation.processedOn()) && debt.isOwedOn(moved.from())) {
        days.add(urssafLearns(moved, firstKnownOn));
      }
    }
    var rows = new ArrayList<DebitRow>();
    for (var day : days) {
      var told = day.isBefore(correctedOn) ? mistaken(operation) : operation;
      rows.add(row(day, site, premisesKnownOn(site, day), debt, ecart, told));
    }
    return rows;
  }

  private DebitRow row(
      LocalDate knownOn,
      Site site,
      Premises premises,
      Debt debt,
      String ecart,
      DebtOperation operation) {
    var company = dossier.company();
    var endsOn = dossier.workEndsOn(site);
    boolean open = endsOn == null || operation.processedOn().isBefore(endsOn);
    return new DebitRow(
        knownOn,
        company.siren(),
        site.account(),
        premises,
        company.foundedOn(),
        open ? 1 : 3,
        procedureCode(operation.processedOn()),
        debt.period(),
        ecart,
        operation);
  }

  private int procedureCode(LocalDate day) {
    var procedure = dossier.life().procedure();
    if (procedure == null || procedure.openedOn().isAfter(day)) {
      return 0;
    }
    return procedure.isUnderPlan(day) ? 2 : 1;
  }

  /// Three weeks after a move URSSAF's files carry the new SIRET.
  private static LocalDate urssafLearns(Premises moved, LocalDate notBefore) {
    var day = moved.from().plusDays(21);
    return day.isBefore(notBefore) ? notBefore : day;
  }

  private static Premises premisesKnownOn(Site site, LocalDate day) {
    return site.premisesOn(day.minusDays(21));
  }

  /// The shares exchanged: a keying error that the next delivery puts right.
  private static DebtOperation mistaken(DebtOperation right) {
    return new DebtOperation(
        right.rank(),
        right.processedOn(),
        right.code(),
        right.motive(),
        right.patronaleCentimes(),
        right.ouvriereCentimes());
  }
}
