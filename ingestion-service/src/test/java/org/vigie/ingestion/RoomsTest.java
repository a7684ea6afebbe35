package org.vigie.ingestion;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// The walls between the stages.
class RoomsTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.vigie.ingestion");

  @Test
  void stagesDependInOneDirection() {
    slices().matching("org.vigie.ingestion.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void checkingParsingAndOrderingArePure() {
    noClasses()
        .that()
        .resideInAnyPackage(
            room("delivery"), room("unpack"), room("check"), room("parse"), room("order"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "io.smallrye..",
            "jakarta..",
            "org.apache.kafka..",
            "org.hibernate..",
            "com.fasterxml..",
            "org.jboss..")
        .check(CLASSES);
  }

  @Test
  void aStageKnowsNothingOfThoseThatUseIt() {
    noClasses()
        .that()
        .resideInAnyPackage(room("parse"), room("unpack"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(room("check"), room("order"), room("publish"), room("journal"))
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAnyPackage(room("check"), room("order"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(room("publish"), room("journal"), room("receive"), room("push"))
        .check(CLASSES);
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
    noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .check(CLASSES);
  }

  private static String room(String stage) {
    return "org.vigie.ingestion." + stage;
  }
}
