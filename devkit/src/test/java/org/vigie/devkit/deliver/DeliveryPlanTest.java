package org.vigie.devkit.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryPlanTest {

  @TempDir Path directory;

  @Test
  void datedFoldersAreTakenInDateOrderAndTheDaysBeforeEachAreClosed() throws IOException {
    Path june = file("2026-06-22/sigfaible_debits.csv");
    Path may = file("2026-05-22/sigfaible_debits.csv");

    assertThat(new DeliveryPlan(true, null).of(List.of(directory)))
        .containsExactly(
            new Step.CloseDay(LocalDate.of(2026, 5, 21)),
            new Step.Upload(may, "2026-05-22"),
            new Step.CloseDay(LocalDate.of(2026, 6, 21)),
            new Step.Upload(june, "2026-06-22"));
  }

  @Test
  void underTheWallClockNoDayIsClosed() throws IOException {
    Path may = file("2026-05-22/sigfaible_debits.csv");

    assertThat(new DeliveryPlan(false, null).of(List.of(directory)))
        .containsExactly(new Step.Upload(may, "2026-05-22"));
  }

  @Test
  void whatLiesBesideDatedFoldersIsLeftAlone() throws IOException {
    file("truth.csv");
    Path may = file("2026-05-22/sigfaible_debits.csv");

    assertThat(new DeliveryPlan(false, null).of(List.of(directory)))
        .containsExactly(new Step.Upload(may, "2026-05-22"));
  }

  @Test
  void whoACompanyIsComesBeforeWhatIsKnownOfIt() throws IOException {
    Path debits = file("2026-05-22/sigfaible_debits.csv.gz");
    Path headcount = file("2026-05-22/sigfaible_effectif_siret.csv");
    Path companies = file("2026-05-22/sireneUL.csv");
    Path contributions = file("2026-05-22/sigfaible_cotisdues.csv");
    Path procedures = file("2026-05-22/sigfaible_pcoll.csv");
    Path sites = file("2026-05-22/StockEtablissement_utf8_geo.csv");

    assertThat(new DeliveryPlan(false, null).of(List.of(directory)))
        .extracting(step -> ((Step.Upload) step).file())
        .containsExactly(companies, sites, procedures, headcount, contributions, debits);
  }

  @Test
  void aKnownAtGivenByHandStandsBeforeTheFoldersDate() throws IOException {
    Path may = file("2026-05-22/sigfaible_debits.csv");

    assertThat(new DeliveryPlan(false, "2026-04-30").of(List.of(directory)))
        .containsExactly(new Step.Upload(may, "2026-04-30"));
  }

  @Test
  void historyInADatedFolderWasDeliveredOnItsDay() throws IOException {
    Path may = file("2026-05-22/sigfaible_debits.csv");

    assertThat(new DeliveryPlan(false, "rule").of(List.of(directory)))
        .containsExactly(new Step.Upload(may, "rule:2026-05-22"));
  }

  @Test
  void aSingleFileIsTakenAsItIs() throws IOException {
    Path debits = file("sigfaible_debits.csv");

    assertThat(new DeliveryPlan(true, null).of(List.of(debits)))
        .containsExactly(new Step.Upload(debits, null, true));
  }

  @Test
  void whatIsFoundInAFolderWasNotNamed() throws IOException {
    Path named = file("named.csv");
    Path found = file("folder/found.csv");

    assertThat(new DeliveryPlan(true, null).of(List.of(named, found.getParent())))
        .containsExactly(new Step.Upload(found, null, false), new Step.Upload(named, null, true));
  }

  @Test
  void theOrderOfTheNamesDoesNotMatter() throws IOException {
    Path june = file("2026-06-22/sigfaible_debits.csv");
    Path may = file("2026-05-22/sigfaible_debits.csv");
    Path headcount = file("sigfaible_effectif_siret.csv");
    Path companies = file("sireneUL.csv");

    assertThat(
            new DeliveryPlan(false, null)
                .of(List.of(june.getParent(), headcount, companies, may.getParent())))
        .extracting(step -> ((Step.Upload) step).file())
        .containsExactly(companies, headcount, may, june);
  }

  @Test
  void aPathThatDoesNotExistIsNamed() {
    Path missing = directory.resolve("missing.csv");

    assertThatThrownBy(() -> new DeliveryPlan(true, null).of(List.of(missing)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("missing.csv");
  }

  private Path file(String name) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
