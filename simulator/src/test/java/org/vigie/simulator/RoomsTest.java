package org.vigie.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.kit.walls.Walls;

/// The walls between what makes a country.
class RoomsTest {

  private static final String[] STAGES = {
    "calendar", "chance", "country", "life", "registers", "files"
  };

  private static final Walls WALLS = Walls.of("org.vigie.simulator", STAGES);

  @Test
  void packagesPointDownTheFlowOnly() {
    WALLS.stagesKnowThoseBeforeThem();
    WALLS.knowNothingOfEachOther("calendar", "chance");
  }

  @Test
  void onlyTheJdkIsNeeded() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.vigie.simulator..", "org.jspecify..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.vigie.simulator"));
  }

  @Test
  void onlyFilesTheCountryAndTheRootTouchTheDisk() {
    WALLS.arePure(
        List.of("calendar", "chance", "life", "registers"), "org.vigie.simulator.country");
    WALLS.arePure(
        List.of("country"),
        "java.io",
        "org.vigie.simulator.calendar",
        "org.vigie.simulator.chance");
  }

  @Test
  void nobodyReadsAClock() {
    WALLS.readNoClock(Walls.ROOT);
    WALLS.readNoClock(STAGES);
    WALLS.readTheGivenClockOnly();
  }
}
