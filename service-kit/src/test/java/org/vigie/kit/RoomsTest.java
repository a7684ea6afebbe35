package org.vigie.kit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/// The kit stays small and knows no service.
class RoomsTest {

  // Beyond, a newcomer no longer knows what is in a package.
  private static final int CLASSES_MAX = 12;

  private static final JavaClasses KIT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.vigie.kit");

  @Test
  void itKnowsNothingElseOfOurs() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.vigie..").and(resideOutsideOfPackage("org.vigie.kit..")))
        .check(KIT);
  }

  @Test
  void aPackageHasAtMostTwelveClasses() {
    var sizes =
        KIT.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

    Assertions.assertThat(sizes).isNotEmpty();
    Assertions.assertThat(sizes.values()).allMatch(size -> size <= CLASSES_MAX);
  }
}
