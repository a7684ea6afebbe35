package org.vigie.simulator.files;

import java.util.ArrayList;
import java.util.List;
import org.vigie.simulator.calendar.Timeline;
import org.vigie.simulator.registers.EffectifRow;
import org.vigie.simulator.registers.Effectifs;
import org.vigie.simulator.registers.Period;

/// URSSAF's headcount by établissement, one column a month: 36 in the first delivery, three more in
/// each quarterly one, where months without news stay empty.
final class EffectifFormat implements Format<EffectifRow> {

  /// Thousand separators seen between digits: a space, a no-break space, a narrow no-break space.
  private static final List<String> THOUSAND_SPACES = List.of(" ", "\u00a0", "\u202f");

  private final Timeline timeline;

  EffectifFormat(Timeline timeline) {
    this.timeline = timeline;
  }

  @Override
  public String fileName() {
    return "sigfaible_effectif_siret.csv";
  }

  @Override
  public char separator() {
    return ';';
  }

  @Override
  public List<String> header(int delivery) {
    var columns = new ArrayList<>(List.of("compte", "siret", "rais_soc", "ape_ins", "dep"));
    for (int month = firstMonth(); month <= lastMonth(delivery); month++) {
      columns.add(monthColumn(month));
    }
    columns.addAll(List.of("base", "UR_EMET"));
    return columns;
  }

  @Override
  public List<String> fields(EffectifRow row, int delivery) {
    var company = row.company();
    var commune = row.premises().address().commune();
    var fields = new ArrayList<String>();
    fields.add(row.account());
    fields.add(row.premises().siret());
    fields.add(company.name().printed());
    fields.add(company.activity().naf().replace(".", ""));
    fields.add(commune.departement());
    for (int month = firstMonth(); month <= lastMonth(delivery); month++) {
      var headcount = row.cells().get(month);
      fields.add(headcount == null ? "" : grouped(headcount, company.number()));
    }
    fields.add(commune.urssaf());
    fields.add(commune.urssaf());
    return fields;
  }

  @Override
  public Fragile fragile() {
    return new Fragile(List.of(), List.of("siret", monthColumn(firstMonth())), List.of("rais_soc"));
  }

  @Override
  public int everyDeliveries() {
    return Timeline.HEADCOUNT_EVERY;
  }

  private static String monthColumn(int month) {
    return "eff" + UrssafNotation.period(new Period(month, 1));
  }

  private int firstMonth() {
    return Effectifs.historyStart(timeline);
  }

  private int lastMonth(int delivery) {
    return Effectifs.lastMonthKnown(delivery, timeline);
  }

  /// Thousands are set apart, each company's by its own kind of space.
  private static String grouped(int headcount, int company) {
    var digits = Integer.toString(headcount);
    if (digits.length() <= 3) {
      return digits;
    }
    int cut = digits.length() - 3;
    var space = THOUSAND_SPACES.get(company % THOUSAND_SPACES.size());
    return digits.substring(0, cut) + space + digits.substring(cut);
  }
}
