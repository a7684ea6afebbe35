package org.vigie.kit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.vigie.kit.walls.Walls;

/// The kit stays small and knows no service.
class RoomsTest {

  // Beyond, a newcomer no longer knows what is in a package.
  private static final int CLASSES_MAX = 12;

  private static final Walls WALLS =
      Walls.of(
          "org.vigie.kit",
          "clock",
          "work",
          "kafka",
          "traces",
          "connection",
          "streams",
          "http",
          "body");

  @Test
  void packagesDependInOneDirection() {
    WALLS.stagesKnowThoseBeforeThem();
    WALLS.knowNothingOfEachOther(
        "clock", "work", "kafka", "traces", "connection", "streams", "http");
  }

  @Test
  void itKnowsNothingElseOfOurs() {
    WALLS.knowOfOurs();
  }

  @Test
  void onlyTheClockOfTheRimAsksTheMachine() {
    WALLS.readNoClock("work", "kafka", "connection", "streams", "http", "body");
  }

  @Test
  void aPackageHasAtMostTwelveClasses() {
    var sizes =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.vigie.kit")
                .stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

    Assertions.assertThat(sizes).isNotEmpty();
    Assertions.assertThat(sizes.values()).allMatch(size -> size <= CLASSES_MAX);
  }
}
