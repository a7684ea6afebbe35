package org.vigie.simulator.files;

import java.util.List;
import org.vigie.simulator.registers.DebitRow;

/// URSSAF's debts, generation 2026; amounts in centimes.
final class DebitFormat implements Format<DebitRow> {

  private static final List<String> HEADER =
      List.of(
          "Urssaf_gestion",
          "Dep",
          "num_cpte",
          "Siren",
          "Siret",
          "Dt_immat",
          "Etat_cpte",
          "Cd_pro_col",
          "Periode",
          "Num_Ecn",
          "Num_Hist_Ecn",
          "Dt_trt_ecn",
          "Mt_PO",
          "Mt_PP",
          "Cd_op_ecn",
          "Motif_ecn",
          "Recours_en_cours");

  @Override
  public String fileName() {
    return "sigfaible_debits.csv.gz";
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
  public List<String> fields(DebitRow row, int delivery) {
    var commune = row.premises().address().commune();
    var operation = row.operation();
    return List.of(
        commune.urssaf(),
        commune.departement(),
        row.account(),
        row.siren(),
        row.premises().siret(),
        UrssafNotation.compactDate(row.foundedOn()),
        Integer.toString(row.accountState()),
        Integer.toString(row.procedureCode()),
        UrssafNotation.period(row.period()),
        row.ecart(),
        Integer.toString(operation.rank()),
        UrssafNotation.date(operation.processedOn()),
        Long.toString(operation.ouvriereCentimes()),
        Long.toString(operation.patronaleCentimes()),
        Integer.toString(operation.code()),
        Integer.toString(operation.motive()),
        "0");
  }

  @Override
  public Fragile fragile() {
    return new Fragile(List.of("Dt_trt_ecn"), List.of("Mt_PP", "Mt_PO"), List.of("Mt_PP"));
  }
}
