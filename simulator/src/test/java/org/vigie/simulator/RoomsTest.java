package org.vigie.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RoomsTest {

  private static final JavaClasses ROOM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.vigie.simulator");

  @Test
  void packagesPointDownTheFlowOnly() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("simulation")
        .definedBy("org.vigie.simulator")
        .layer("files")
        .definedBy("..files")
        .layer("registers")
        .definedBy("..registers")
        .layer("life")
        .definedBy("..life")
        .layer("country")
        .definedBy("..country")
        .whereLayer("simulation")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("files")
        .mayOnlyBeAccessedByLayers("simulation")
        .whereLayer("registers")
        .mayOnlyBeAccessedByLayers("simulation", "files")
        .whereLayer("life")
        .mayOnlyBeAccessedByLayers("simulation", "files", "registers")
        .check(ROOM);
  }

  @Test
  void onlyTheJdkIsNeeded() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.vigie.simulator..", "org.jspecify..")
        .check(ROOM);
  }

  @Test
  void onlyFilesAndTheRootTouchTheDisk() {
    classes()
        .that()
        .resideInAnyPackage("..calendar", "..chance", "..life", "..registers")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages("java.io..", "java.nio..")
        .check(ROOM);
  }

  @Test
  void nobodyReadsAClock() {
    noClasses()
        .should()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(ROOM);
  }
}
