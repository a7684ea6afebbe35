package org.vigie.ingestion.parse;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.schemas.Debit;
import org.vigie.schemas.events.FactBody.OfDebit;

/// Operations on debts: centimes. The amounts are the balance left after the operation.
final class DebitParser implements SourceParser {

  @SuppressWarnings("NullAway") // Avro takes null where the schema says so
  @Override
  public Outcome parse(Row row, KnownAt knownAt) {
    var cells = new Cells(row);
    String siret = cells.optional("siret", Identifier::siret);
    String siren = siren(cells, siret);
    String compte = cells.required("num_cpte", Identifier::ofText, "");
    Period period = cells.required("periode", Period::urssaf, Period.NONE);
    String ecart = cells.required("num_ecn", Identifier::ofText, "");
    int rank = cells.required("num_hist_ecn", Code::number, 0);
    LocalDate processedOn = cells.required("dt_trt_ecn", Day::urssaf, LocalDate.EPOCH);
    long ouvriere = cells.required("mt_po", Amount::centimes, 0L);
    long patronale = cells.required("mt_pp", Amount::centimes, 0L);
    int operation = cells.required("cd_op_ecn", Code::debitOperation, 0);
    return cells.outcome(
        () -> {
          var body =
              new Debit(
                  siret,
                  compte,
                  period.firstMonth(),
                  period.months(),
                  ecart,
                  rank,
                  processedOn,
                  ouvriere,
                  patronale,
                  operation);
          return new Outcome.Parsed(
              siren,
              Key.of(siren, compte, period.text(), ecart, rank),
              List.of(new Version(processedOn, knownAt.of(processedOn), new OfDebit(body))),
              cells.isSuspicious());
        });
  }

  // A debt follows its account within the company: without a SIRET the SIREN names it alone.
  private static String siren(Cells cells, @Nullable String siret) {
    return siret == null ? cells.required("siren", Identifier::siren, "") : cells.companyOf(siret);
  }
}
