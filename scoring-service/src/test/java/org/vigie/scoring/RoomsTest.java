package org.vigie.scoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Keeps the walls of this service.
class RoomsTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.vigie.scoring");

  @Test
  void whatIsComputedKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAnyPackage("..scoring.model", "..scoring.assess")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "io.smallrye..",
            "jakarta..",
            "org.eclipse.microprofile..",
            "org.apache.kafka..",
            "org.hibernate..",
            "com.fasterxml..",
            "ai.onnxruntime..")
        .check(CLASSES);
  }

  @Test
  void whatIsComputedReadsNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage("..scoring", "..scoring.model", "..scoring.assess", "..scoring.bundle")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Instant")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .check(CLASSES);
  }

  @Test
  void packagesPointDownTheFlow() {
    neverNames(
        "..scoring.model",
        "..scoring.assess",
        "..scoring.bundle",
        "..scoring.readmodel",
        "..scoring.answer");
    neverNames("..scoring.bundle", "..scoring.assess", "..scoring.readmodel", "..scoring.answer");
    neverNames("..scoring.assess", "..scoring.bundle", "..scoring.readmodel", "..scoring.answer");
    neverNames("..scoring.readmodel", "..scoring.assess", "..scoring.bundle", "..scoring.answer");
  }

  @Test
  void onlyTheBundleRunsOnnx() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..scoring.bundle")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.onnxruntime..")
        .check(CLASSES);
  }

  private static void neverNames(String room, String... others) {
    noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(CLASSES);
  }
}
