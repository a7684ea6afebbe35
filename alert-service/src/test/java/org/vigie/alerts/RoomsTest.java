package org.vigie.alerts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The walls between the stages.
class RoomsTest {

  private static final List<String> STAGES =
      List.of("subscribe", "consume", "decide", "cut", "record", "relay", "answer");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.vigie.alerts");

  @TestFactory
  List<DynamicTest> aStageKnowsOnlyThoseBeforeIt() {
    return IntStream.range(0, STAGES.size() - 1)
        .mapToObj(
            stage ->
                DynamicTest.dynamicTest(
                    STAGES.get(stage),
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage(room(STAGES.get(stage)))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(roomsAfter(stage))
                            .check(CLASSES)))
        .toList();
  }

  @Test
  void decidingAndCuttingArePure() {
    noClasses()
        .that()
        .resideInAnyPackage(room("decide"), room("cut"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "io.smallrye..",
            "jakarta..",
            "javax.sql..",
            "java.sql..",
            "java.io..",
            "org.apache.kafka..",
            "org.hibernate..",
            "com.fasterxml..",
            "org.jboss..")
        .check(CLASSES);
  }

  @Test
  void nobodyReadsAClock() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(java.time.Clock.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .check(CLASSES);
  }

  @Test
  void nobodyDependsOnTheListOfStages() {
    noClasses()
        .that()
        .resideInAnyPackage(STAGES.stream().map(RoomsTest::room).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.vigie.alerts.AlertJourney")
        .check(CLASSES);
  }

  private static String room(String stage) {
    return "org.vigie.alerts." + stage;
  }

  private static String[] roomsAfter(int stage) {
    return STAGES.subList(stage + 1, STAGES.size()).stream()
        .map(RoomsTest::room)
        .toArray(String[]::new);
  }
}
