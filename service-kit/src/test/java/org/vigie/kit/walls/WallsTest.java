package org.vigie.kit.walls;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.kit.walls.compute.Sums;

/// Every rule holds where it is kept, and is seen to fail where it is broken.
class WallsTest {

  private static final String HERE = "org.vigie.kit.walls";
  private static final String DOWN = HERE + ".down";
  private static final String UP = HERE + ".up";
  private static final String COMPUTE = HERE + ".compute.";

  @Test
  void stagesInTheOrderOfTheListAreAccepted() {
    assertThatCode(() -> down("first", "second").stagesKnowThoseBeforeThem())
        .doesNotThrowAnyException();
  }

  @Test
  void aStageThatKnowsALaterOneIsFound() {
    refused(() -> down("second", "first").stagesKnowThoseBeforeThem())
        .hasMessageContainingAll("against the flow", "down.second.Second", "down.first.First");
  }

  @Test
  void aStageThatKnowsTheRootIsFound() {
    refused(() -> walls(UP, "first").stagesKnowThoseBeforeThem())
        .hasMessageContainingAll("against the flow", "KnowsTheRoot", "up.Settings");
  }

  @Test
  void aRootInTheListIsAStageLikeTheOthers() {
    assertThatCode(() -> walls(UP, Walls.ROOT, "first").stagesKnowThoseBeforeThem())
        .doesNotThrowAnyException();
    refused(() -> walls(UP, "first", Walls.ROOT).stagesKnowThoseBeforeThem())
        .hasMessageContainingAll("against the flow", "KnowsTheRoot", "up.Settings");
  }

  @Test
  void aPackageThatNobodyListedIsFound() {
    refused(() -> down("first").stagesKnowThoseBeforeThem())
        .hasMessageContainingAll("that are no stage", DOWN + ".second");
  }

  @Test
  void aStageWithoutClassesIsFound() {
    refused(() -> down("first", "second", "third").stagesKnowThoseBeforeThem())
        .hasMessageContaining("classes of " + DOWN + ".third");
  }

  @Test
  void aModuleWithoutClassesIsRefused() {
    var nothing = walls(HERE + ".nothing");
    refused(nothing::stagesKnowThoseBeforeThem).hasMessageContaining("classes of");
    refused(nothing::readTheGivenClockOnly).hasMessageContaining("classes of");
    refused(nothing::knowOfOurs).hasMessageContaining("classes of");
  }

  @Test
  void aRuleMayNameTheRootWithoutItsStages() {
    assertThatCode(() -> down("first", "second").arePure(List.of("first")))
        .doesNotThrowAnyException();
    refused(() -> down("first", "second").arePure(List.of(Walls.ROOT)))
        .hasMessageContainingAll("beyond what is allowed", "down.Journey");
  }

  @Test
  void stagesThatAreApartMayNotKnowEachOtherInEitherOrder() {
    var walls = down("first", "second");
    refused(() -> walls.knowNothingOfEachOther("first", "second"))
        .hasMessageContaining("second.Second");
    refused(() -> walls.knowNothingOfEachOther("second", "first"))
        .hasMessageContaining("second.Second");
    refused(() -> walls.knowNothingOfEachOther("first", "third"))
        .hasMessageContaining("classes of " + DOWN + ".third");
  }

  @Test
  void whatIsOursAndNotAllowedIsFoundAndSoIsAnIdleAllowance() {
    refused(() -> walls(UP + ".first").knowOfOurs()).hasMessageContaining("up.Settings");
    assertThatCode(() -> walls(UP + ".first").knowOfOurs(UP)).doesNotThrowAnyException();
    refused(() -> walls(UP + ".first").knowOfOurs(UP, DOWN + ".."))
        .hasMessageContainingAll("not needed", DOWN);
  }

  @Test
  void valuesOfTheJdkArePure() {
    var sums = new ClassFileImporter().importClasses(Sums.class, inside("Sums$Sign"));
    assertThatCode(() -> computing(sums).arePure(List.of("compute"))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HoldsAFile",
        "HoldsAnAddress",
        "HoldsThreads",
        "HoldsAFramework",
        "HoldsWhatIsOurs",
        "Reads",
        "Prints"
      })
  void whatReachesBeyondValuesIsNotPure(String name) {
    refused(() -> computing(only("Impure$" + name)).arePure(List.of("compute")))
        .hasMessageContainingAll("beyond what is allowed", name);
  }

  @Test
  void aPureStageMayKnowWhatIsNamedAndNeedsIt() {
    var file = computing(only("Impure$HoldsAFile"));
    assertThatCode(() -> file.arePure(List.of("compute"), "java.nio.file"))
        .doesNotThrowAnyException();
    refused(() -> file.arePure(List.of("compute"), "java.nio.file", "java.net"))
        .hasMessageContainingAll("not needed", "java.net");
  }

  @Test
  void operationsThatTakeTextsAreAccepted() {
    assertThatCode(() -> operations("TakesTexts").parametersAreTexts()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TakesANumber", "TakesADay", "TakesANumberOfAHeader"})
  void aParameterThatIsConvertedIsFound(String name) {
    refused(() -> operations(name).parametersAreTexts())
        .hasMessageContainingAll("that are no text", name);
  }

  @Test
  void aModuleWithoutParametersIsRefused() {
    refused(() -> down("first", "second").parametersAreTexts())
        .hasMessageContaining("parameters of operations");
  }

  @Test
  void whatStartsAThreadIsNotPure() {
    var starting = computing(only("Impure$Starts"));
    assertThatCode(() -> starting.knowOnly(List.of("compute"))).doesNotThrowAnyException();
    refused(() -> starting.arePure(List.of("compute")))
        .hasMessageContainingAll("threads and processes", "Starts.start");
  }

  @Test
  void aStageMayBeBoundAndStillReadAClock() {
    var timed = computing(only("Timed$IsGivenAClock"));
    assertThatCode(() -> timed.knowOnly(List.of("compute"))).doesNotThrowAnyException();
    refused(() -> computing(only("Impure$HoldsAFile")).knowOnly(List.of("compute")))
        .hasMessageContaining("beyond what is allowed");
  }

  @Test
  void aPureStageMayKnowAnotherOfTheSameRuleOnly() {
    var walls = down("first", "second");
    assertThatCode(() -> walls.arePure(List.of("first", "second"))).doesNotThrowAnyException();
    refused(() -> walls.arePure(List.of("second"))).hasMessageContaining("down.first.First");
    refused(() -> walls.arePure(List.of("first", "third")))
        .hasMessageContaining("classes of " + DOWN + ".third");
    refused(() -> walls.arePure(List.of())).hasMessageContaining("stages of a rule");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AsksForNow",
        "AsksForTodayInAZone",
        "RefersToNow",
        "AsksForMillis",
        "MakesADate",
        "AsksACalendar",
        "MakesAClock"
      })
  void everyQuestionToTheMachineForTheTimeIsFound(String name) {
    var walls = computing(only("Timed$" + name));
    refused(walls::readTheGivenClockOnly).hasMessageContaining(name);
    refused(() -> walls.readNoClock("compute")).hasMessageContaining(name);
    refused(() -> walls.arePure(List.of("compute"))).hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TakesTime", "IsGivenAClock", "IsGivenASource"})
  void theRimMayBeGivenAClockAndWhatComputesMayNot(String name) {
    var walls = computing(only("Timed$" + name));
    assertThatCode(walls::readTheGivenClockOnly).doesNotThrowAnyException();
    refused(() -> walls.readNoClock("compute")).hasMessageContaining(name);
    refused(() -> walls.arePure(List.of("compute"))).hasMessageContaining(name);
  }

  private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable rule) {
    return assertThatThrownBy(rule).isInstanceOf(AssertionError.class);
  }

  private static Walls down(String... stages) {
    return walls(DOWN, stages);
  }

  private static Walls walls(String root, String... stages) {
    return Walls.of(new ClassFileImporter().importPackages(root), root, stages);
  }

  private static Walls computing(JavaClasses classes) {
    return Walls.of(classes, HERE, "compute");
  }

  private static Walls operations(String name) {
    try {
      var type = Class.forName(HERE + ".rim.Operations$" + name);
      return Walls.of(new ClassFileImporter().importClasses(type), HERE, "rim");
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static JavaClasses only(String name) {
    return new ClassFileImporter().importClasses(inside(name));
  }

  private static Class<?> inside(String name) {
    try {
      return Class.forName(COMPUTE + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
