package org.vigie.scoring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.kit.walls.Walls;

/// Keeps the walls of this service.
class RoomsTest {

  private static final Walls WALLS =
      Walls.of("org.vigie.scoring", "model", "bundle", "assess", "stream", "readmodel", "answer");

  @Test
  void packagesPointDownTheFlow() {
    WALLS.stagesKnowThoseBeforeThem();
    WALLS.knowNothingOfEachOther("bundle", "assess", "readmodel");
    WALLS.knowNothingOfEachOther("stream", "readmodel");
    WALLS.knowNothingOfEachOther("stream", "answer");
    WALLS.knowNothingOfEachOther("assess", "answer");
  }

  @Test
  void theServiceKnowsTheContractsAndTheKit() {
    WALLS.knowOfOurs("org.vigie.schemas..", "org.vigie.kit..");
  }

  @Test
  void whatIsComputedIsPure() {
    WALLS.arePure(List.of("model", "assess"), "org.vigie.schemas", "org.vigie.schemas.events");
  }

  @Test
  void operationsTakeTexts() {
    WALLS.parametersAreTexts();
  }

  @Test
  void nobodyReadsAClock() {
    WALLS.readNoClock("model", "bundle", "assess", "stream");
    WALLS.readTheGivenClockOnly();
  }

  @Test
  void onlyTheBundleRunsOnnx() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..scoring.bundle")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.onnxruntime..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.vigie.scoring"));
  }
}
