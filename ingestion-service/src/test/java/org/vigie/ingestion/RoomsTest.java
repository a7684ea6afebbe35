package org.vigie.ingestion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.kit.walls.Walls;

/// The walls between the stages.
class RoomsTest {

  private static final Walls WALLS =
      Walls.of(
          "org.vigie.ingestion",
          "delivery",
          "unpack",
          "parse",
          "check",
          "order",
          "publish",
          "journal",
          "control",
          "receive",
          "push",
          "admit");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.vigie.ingestion");

  @Test
  void stagesDependInOneDirection() {
    WALLS.stagesKnowThoseBeforeThem();
    WALLS.knowNothingOfEachOther("unpack", "parse");
    WALLS.knowNothingOfEachOther("check", "order");
    WALLS.knowNothingOfEachOther("publish", "journal");
    WALLS.knowNothingOfEachOther("receive", "push");
  }

  @Test
  void operationsTakeTexts() {
    WALLS.parametersAreTexts();
  }

  @Test
  void theServiceKnowsTheContractsAndTheKit() {
    WALLS.knowOfOurs("org.vigie.schemas..", "org.vigie.kit..");
  }

  @Test
  void parsingIsPure() {
    WALLS.arePure(
        List.of("parse"),
        "org.vigie.ingestion.delivery",
        "org.vigie.schemas",
        "org.vigie.schemas.events");
  }

  @Test
  void whatReadsAndSortsTheBytesOfADeliveryKnowsFilesAlone() {
    WALLS.knowOnly(List.of("delivery"), "java.io", "java.nio.file", "org.vigie.schemas.events");
    WALLS.knowOnly(
        List.of("unpack", "check"),
        "java.io",
        "java.util.zip",
        "org.vigie.ingestion.delivery",
        "org.vigie.ingestion.parse");
    WALLS.knowOnly(
        List.of("order"),
        "java.io",
        "java.nio.file",
        "org.vigie.ingestion.delivery",
        "org.vigie.ingestion.parse",
        "org.vigie.schemas",
        "org.vigie.schemas.events");
    WALLS.readNoClock("delivery", "unpack", "check", "order");
  }

  @Test
  void noPatternMeetsWhatWasDelivered() {
    noClasses()
        .that()
        .resideInAnyPackage(room("delivery"), room("unpack"), room("check"), room("parse"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.regex..")
        .orShould()
        .callMethod(String.class, "matches", String.class)
        .orShould()
        .callMethod(String.class, "replaceAll", String.class, String.class)
        .orShould()
        .callMethod(String.class, "replaceFirst", String.class, String.class)
        .check(CLASSES);
  }

  @Test
  void onlyTheInjectedClockIsRead() {
    WALLS.readTheGivenClockOnly();
  }

  private static String room(String stage) {
    return "org.vigie.ingestion." + stage;
  }
}
