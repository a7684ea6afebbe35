package org.vigie.features;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The walls of the service.
class RoomsTest {

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.vigie.features");

  @Test
  void factsAndComputeKnowNothingButTheJdk() {
    noClasses()
        .that()
        .resideInAnyPackage("..facts..", "..compute..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "java..",
            "org.jspecify..",
            "org.vigie.features.facts..",
            "org.vigie.features.compute..")
        .check(SERVICE);
  }

  @Test
  void onlyTheRimKnowsQuarkus() {
    noClasses()
        .that()
        .resideInAnyPackage("..facts..", "..compute..", "..intake..", "..state..", "..stream..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.quarkus..", "jakarta..", "io.smallrye..")
        .check(SERVICE);
  }

  @Test
  void packagesPointDownTheFlow() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("facts")
        .definedBy("..features.facts..")
        .layer("compute")
        .definedBy("..features.compute..")
        .layer("intake")
        .definedBy("..features.intake..")
        .layer("state")
        .definedBy("..features.state..")
        .layer("stream")
        .definedBy("..features.stream..")
        .layer("read")
        .definedBy("..features.read..")
        .layer("export")
        .definedBy("..features.export..")
        .whereLayer("export")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("read")
        .mayOnlyBeAccessedByLayers("export")
        .whereLayer("stream")
        .mayOnlyBeAccessedByLayers("read")
        .whereLayer("state")
        .mayOnlyBeAccessedByLayers("stream", "read")
        .whereLayer("intake")
        .mayOnlyBeAccessedByLayers("stream", "export")
        .whereLayer("compute")
        .mayOnlyBeAccessedByLayers("stream", "read", "export")
        .check(SERVICE);
  }
}
