package org.vigie.simulator.files;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.vigie.simulator.life.Judgement;
import org.vigie.simulator.registers.ProcolRow;

/// The procédures collectives: dates like 26MAY2014, action and stage in one label.
final class ProcolFormat implements Format<ProcolRow> {

  private static final List<String> HEADER =
      List.of("Siret", "Siren", "Dt_effet", "Cat_v2", "Lib_actx_stdx");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("ddMMMyyyy", Locale.ENGLISH);

  @Override
  public String fileName() {
    return "sigfaible_pcoll.csv";
  }

  @Override
  public char separator() {
    return ';';
  }

  @Override
  public List<String> header(int delivery) {
    return HEADER;
  }

  @Override
  public List<String> fields(ProcolRow row, int delivery) {
    return List.of(
        row.siret(),
        row.siren(),
        DATE.format(row.judgement().on()).toUpperCase(Locale.ROOT),
        "1",
        label(row.judgement()));
  }

  @Override
  public Fragile fragile() {
    return new Fragile(List.of("Dt_effet"), List.of("Siret"), List.of("Lib_actx_stdx"));
  }

  /// Stage then action, and the other way round for the stage that ends in « procedure »: both
  /// occur.
  private static String label(Judgement judgement) {
    var action = judgement.action().name().toLowerCase(Locale.ROOT);
    var stage = judgement.stage().name().toLowerCase(Locale.ROOT);
    return switch (judgement.stage()) {
      case OUVERTURE_PROCEDURE -> capitalised(action) + "_" + stage;
      case OUVERTURE,
          PLAN_CONTINUATION,
          INCLUSION_AUTRE_PROCEDURE,
          FIN_PROCEDURE,
          SOLDE_PROCEDURE ->
          capitalised(stage) + "_" + action;
    };
  }

  private static String capitalised(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
