package org.vigie.kit.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;

/// The walls of one module. Each rule throws an `AssertionError` that names what breaks it, and so
/// does a rule that meets no class: a package that is gone, an allowance that nobody needs.
public final class Walls {

  /// Names the root of a module among its stages, or in a rule on them.
  public static final String ROOT = "";

  private static final String OURS = "org.vigie";

  private final String root;
  private final List<String> stages;
  private final List<JavaClass> classes;

  private Walls(JavaClasses classes, String root, List<String> stages) {
    this.root = root;
    this.stages = stages;
    this.classes = classes.stream().filter(type -> !isPackageInfo(type)).toList();
  }

  /// The walls of a module's own classes, its tests left out.
  ///
  /// @param root package of the module
  /// @param stages all its other packages, named from the root, in the order of the flow; [#ROOT]
  ///     where the root itself is not the last
  public static Walls of(String root, String... stages) {
    return of(
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(root),
        root,
        stages);
  }

  static Walls of(JavaClasses classes, String root, String... stages) {
    return new Walls(classes, root, List.of(stages));
  }

  /// A stage knows those before it in the list. A root that is not in the list knows all of them,
  /// and none knows it. Every package of the module is in the list.
  public void stagesKnowThoseBeforeThem() {
    assertThat(all().map(JavaClass::getPackageName).distinct())
        .as("packages of %s that are no stage", root)
        .isSubsetOf(Stream.concat(Stream.of(root), stages.stream().map(this::named)).toList());
    stages.forEach(this::classesOf);
    assertNone(
        "dependencies against the flow",
        dependencies(all())
            .filter(dependency -> place(target(dependency)) > place(dependency.getOriginClass())));
  }

  /// None of these stages knows another of them.
  public void knowNothingOfEachOther(String... apart) {
    var names = Stream.of(apart).map(this::named).toList();
    assertNone(
        "dependencies between stages that are apart",
        dependencies(classesOf(apart))
            .filter(
                dependency ->
                    !home(target(dependency)).equals(home(dependency.getOriginClass()))
                        && names.contains(home(target(dependency)))));
  }

  /// Of all that is ours, the module knows itself and these packages alone.
  public void knowOfOurs(String... others) {
    var known = new Allowance(others);
    var foreign =
        dependencies(all())
            .filter(dependency -> isWithin(OURS, target(dependency)))
            .filter(dependency -> !isWithin(root, target(dependency)))
            .toList();
    assertNone("dependencies on what is ours", known.beyond(foreign).stream());
    assertThat(known.idle(foreign)).as("allowed to %s, and not needed", root).isEmpty();
  }

  /// These stages compute or decide: they know no more than [#knowOnly] lets them, start no thread
  /// and no process, and read no clock.
  public void arePure(List<String> pure, String... alsoKnown) {
    var names = pure.toArray(String[]::new);
    knowOnly(pure, alsoKnown);
    assertNone(
        "threads and processes of pure stages",
        dependencies(classesOf(names))
            .filter(dependency -> Allowance.RUNNING.contains(target(dependency).getName())));
    readNoClock(names);
  }

  /// These stages know values of the JDK, JSpecify, one another and these packages.
  ///
  /// @param alsoKnown packages, with `..` at the end for all below one
  public void knowOnly(List<String> bounded, String... alsoKnown) {
    var names = bounded.stream().map(this::named).toList();
    var outside =
        dependencies(classesOf(bounded.toArray(String[]::new)))
            .filter(dependency -> !names.contains(home(target(dependency))))
            .toList();
    var known = new Allowance(alsoKnown);
    assertNone(
        "dependencies beyond what is allowed",
        Allowance.VALUES.beyond(known.beyond(outside)).stream());
    assertThat(known.idle(outside)).as("allowed to %s, and not needed", bounded).isEmpty();
  }

  /// These stages read no clock and are given none.
  public void readNoClock(String... timeless) {
    assertThat(classesOf(timeless).flatMap(ClockUse::of)).as("uses of a clock").isEmpty();
  }

  /// No class of the module asks the machine for the time of day: who needs it is given a clock.
  public void readTheGivenClockOnly() {
    assertThat(all().flatMap(ClockUse::ofTheMachine)).as("readings of the time").isEmpty();
  }

  /// Operations take what stands in an address or a header as text: a conversion by JAX-RS that
  /// fails is answered as if nothing were there.
  public void parametersAreTexts() {
    var parameters = all().flatMap(Parameters::of).toList();
    assertThat(parameters).as("parameters of operations of %s", root).isNotEmpty();
    assertThat(parameters)
        .as("parameters that are no text")
        .filteredOn(parameter -> !parameter.getRawType().isEquivalentTo(String.class))
        .extracting(JavaParameter::getDescription)
        .isEmpty();
  }

  private static void assertNone(String what, Stream<Dependency> forbidden) {
    assertThat(forbidden.map(Dependency::getDescription)).as(what).isEmpty();
  }

  private static Stream<Dependency> dependencies(Stream<JavaClass> classes) {
    return classes
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(dependency -> !target(dependency).isPrimitive());
  }

  private static JavaClass target(Dependency dependency) {
    return dependency.getTargetClass().getBaseComponentType();
  }

  /// Where a class is in the flow: a root that is not in the list is behind all stages, what is not
  /// ours before them.
  private int place(JavaClass type) {
    var at = stages.stream().map(this::named).toList().indexOf(type.getPackageName());
    return at < 0 && type.getPackageName().equals(root) ? stages.size() : at;
  }

  private Stream<JavaClass> classesOf(String... names) {
    assertThat(names).as("stages of a rule").isNotEmpty();
    return Stream.of(names).flatMap(this::classesOf);
  }

  private Stream<JavaClass> classesOf(String stage) {
    var found =
        classes.stream().filter(type -> type.getPackageName().equals(named(stage))).toList();
    assertThat(found).as("classes of %s", named(stage)).isNotEmpty();
    return found.stream();
  }

  private Stream<JavaClass> all() {
    assertThat(classes).as("classes of %s", root).isNotEmpty();
    return classes.stream();
  }

  private String named(String stage) {
    return stage.equals(ROOT) ? root : root + "." + stage;
  }

  private static boolean isWithin(String name, JavaClass type) {
    return (type.getPackageName() + ".").startsWith(name + ".");
  }

  private static String home(JavaClass type) {
    return type.getPackageName();
  }

  private static boolean isPackageInfo(JavaClass type) {
    return type.getSimpleName().equals("package-info");
  }
}
