package org.vigie.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.ingestion.check.FileCheck;
import org.vigie.ingestion.check.Lines;
import org.vigie.ingestion.check.Verdict;
import org.vigie.ingestion.check.Verdict.Refused;
import org.vigie.ingestion.check.Verdict.Sound;
import org.vigie.ingestion.delivery.FileName;
import org.vigie.ingestion.delivery.Hash;
import org.vigie.ingestion.delivery.KnownAt;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.delivery.StoredFile;
import org.vigie.ingestion.parse.LineParser;
import org.vigie.ingestion.parse.Outcome;
import org.vigie.ingestion.parse.Outcome.Parsed;
import org.vigie.ingestion.parse.SourceParser;
import org.vigie.ingestion.unpack.Unpacked;
import org.vigie.schemas.Procol;

/// Whole files as administrations, spreadsheets and downloads leave them: from their name and bytes
/// to what becomes of their rows.
class FilesAsTheyComeTest {

  @TempDir Path directory;

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final String DEBITS =
      "num_cpte;Siren;Siret;Periode;Num_Ecn;Num_Hist_Ecn;Dt_trt_ecn;Mt_PO;Mt_PP;Cd_op_ecn;Recours";
  private static final String DEBIT =
      "990;007901002;00790100200019;202621;001;1;1260804;800000;2400000;1;0";
  private static final String OTHER_DEBIT = DEBIT.replace(";001;", ";002;");

  private static final String ETABLISSEMENTS =
      "siren,nic,siret,dateCreationEtablissement,etablissementSiege,codeCommuneEtablissement,"
          + "etatAdministratifEtablissement,activitePrincipaleEtablissement,"
          + "nomenclatureActivitePrincipaleEtablissement\n"
          + "007901093,00018,00790109300018,2001-04-02,true,71270,A,47.11A,NAFRev2\n";

  @Test
  void linesThatEndWithACarriageReturnAlone() throws IOException {
    var bytes = (DEBITS + '\r' + DEBIT + '\r' + OTHER_DEBIT + '\r').getBytes(UTF_8);
    assertThat(valid("sigfaible_debits.csv", bytes)).hasSize(2);
  }

  @Test
  void rowsThatEndWithOneDelimiterMoreThanTheirHeader() throws IOException {
    var bytes = (DEBITS + '\n' + DEBIT + ";\n" + OTHER_DEBIT + ";\n").getBytes(UTF_8);
    assertThat(valid("sigfaible_debits.csv", bytes)).hasSize(2);
  }

  @Test
  void rowsOfASpreadsheetInWhichNothingStands() throws IOException {
    var empty = ";;;;;;;;;;\n ;;;;;;;;;;\n;\"\";;;;;;;;;\n";
    var bytes = (DEBITS + '\n' + DEBIT + '\n' + empty).getBytes(UTF_8);
    assertThat(outcomes("sigfaible_debits.csv", bytes)).hasSize(1);
  }

  @Test
  void theStockOfInseeUnderItsOwnNameAndInItsZip() throws IOException {
    var bytes = ETABLISSEMENTS.getBytes(UTF_8);
    assertThat(valid("StockEtablissement_utf8.csv", bytes)).hasSize(1);
    assertThat(valid("StockEtablissement_utf8.zip", zip("StockEtablissement_utf8.csv", bytes)))
        .hasSize(1);
  }

  @Test
  void rowsAppendedToAGzip() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(gzip((DEBITS + '\n' + DEBIT + '\n').getBytes(UTF_8)));
    bytes.writeBytes((OTHER_DEBIT + '\n').getBytes(UTF_8));
    assertThat(check(Source.DEBIT, "sigfaible_debits.csv.gz", bytes.toByteArray()))
        .isEqualTo(new Refused("the gzip is followed by other bytes: rows would be lost in them"));
  }

  @Test
  void aFewAccentsOfWindowsInAColumnThatNobodyReads() throws IOException {
    var rows = new StringBuilder("compte;siret;rais_soc;eff202611\n");
    for (int i = 0; i < 12; i++) {
      rows.append("%d;00790100200019;%s;25\n".formatted(i, i % 6 == 0 ? "LÉ MÎMÎ" : "PLAIN"));
    }
    var bytes = rows.toString().getBytes(WINDOWS_1252);
    assertThat(valid("sigfaible_effectif_siret.csv", bytes)).hasSize(12);
  }

  @Test
  void aFileOfBothEncodingsLosesOnlyRowsWhoseReadColumnsAreNotUtf8() throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes("Siret;Dt_effet;Lib_actx_stdx;rais_soc\n".getBytes(UTF_8));
    var row = "00790144000011;04OCT2024;%s_redressement;%s\n";
    bytes.writeBytes(row.formatted("Fin_procédure", "É").getBytes(UTF_8));
    bytes.writeBytes(row.formatted("Fin_procédure", "E").getBytes(WINDOWS_1252));
    bytes.writeBytes(row.formatted("Ouverture", "É").getBytes(WINDOWS_1252));
    assertThat(outcomes("sigfaible_pcoll.csv", bytes.toByteArray()))
        .extracting(outcome -> outcome.getClass().getSimpleName())
        .containsExactly("Parsed", "Rejected", "Parsed");
  }

  @Test
  void aSiretThatPassesItsKeyAroundASirenThatDoesNot() throws IOException {
    var invented =
        DEBIT.replace("00790100200019", "11122233344455").replace("007901002", "111222333");
    var bytes = (DEBITS + '\n' + DEBIT + '\n' + invented + '\n').getBytes(UTF_8);
    assertThat(valid("sigfaible_debits.csv", bytes))
        .extracting(Parsed::suspicious)
        .containsExactly(false, true);
  }

  @Test
  void aStageThatIsWrittenWithItsAccent() throws IOException {
    var bytes =
        ("Siret;Siren;Dt_effet;Cat_v2;Lib_actx_stdx\n"
                + "00790144000011;007901440;04OCT2022;1;Ouverture_procedure_redressement\n"
                + "00790144000011;007901440;04OCT2024;1;Fin_procédure_redressement\n")
            .getBytes(UTF_8);
    var rows = valid("sigfaible_pcoll.csv", bytes);
    assertThat(rows).extracting(Parsed::suspicious).containsExactly(false, true);
    assertThat(((Procol) rows.getLast().versions().getFirst().body().record()).getStage())
        .isEqualTo("fin_procedure");
  }

  private List<Parsed> valid(String file, byte[] bytes) throws IOException {
    var outcomes = outcomes(file, bytes);
    assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Parsed.class));
    return outcomes.stream().map(Parsed.class::cast).toList();
  }

  private List<Outcome> outcomes(String file, byte[] bytes) throws IOException {
    var source = FileName.source(file).orElseThrow();
    var sound = (Sound) check(source, file, bytes);
    var knownAt = KnownAt.onDay(LocalDate.parse("2026-10-22"));
    var parser = new LineParser(sound.reader(), SourceParser.of(source), knownAt);
    var lines = Lines.of(Unpacked.text(new ByteArrayInputStream(bytes), FileName.container(file)));
    var outcomes = new ArrayList<Outcome>();
    for (var line = lines.next(); line != null; line = lines.next()) {
      if (line.number() > sound.headerLine() && !line.isBlank(source.delimiter())) {
        outcomes.add(parser.parse(line));
      }
    }
    return outcomes;
  }

  private Verdict check(Source source, String file, byte[] bytes) throws IOException {
    var stored = Files.write(directory.resolve("delivery"), bytes);
    var sha256 = HexFormat.of().formatHex(Hash.sha256().digest(bytes));
    return FileCheck.check(new StoredFile(stored, sha256), FileName.container(file), source);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry(name));
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
