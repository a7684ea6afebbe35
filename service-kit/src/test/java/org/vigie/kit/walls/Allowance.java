package org.vigie.kit.walls;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.PackageMatcher;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Packages that may be known.
///
/// @param packages names, with `..` at the end for all below one
record Allowance(String... packages) {

  /// What computes may know of the JDK: values, and nothing that reaches a file or the network.
  static final Allowance VALUES =
      new Allowance(
          "java.lang",
          "java.lang.annotation",
          "java.lang.invoke",
          "java.lang.runtime",
          "java.math",
          "java.nio",
          "java.nio.charset",
          "java.security",
          "java.text",
          "java.time..",
          "java.util",
          "java.util.function",
          "java.util.regex",
          "java.util.stream",
          "org.jspecify..");

  /// What runs, of the packages of values.
  static final Set<String> RUNNING =
      Set.of(
          "java.lang.Process", "java.lang.ProcessBuilder", "java.lang.Runtime", "java.lang.Thread");

  /// Dependencies on other packages than these.
  List<Dependency> beyond(List<Dependency> dependencies) {
    return dependencies.stream()
        .filter(dependency -> Stream.of(packages).noneMatch(name -> meets(name, dependency)))
        .toList();
  }

  /// Of these packages, those on which nothing depends.
  List<String> idle(List<Dependency> dependencies) {
    return Stream.of(packages)
        .filter(name -> dependencies.stream().noneMatch(dependency -> meets(name, dependency)))
        .toList();
  }

  private static boolean meets(String name, Dependency dependency) {
    var target = dependency.getTargetClass().getBaseComponentType();
    return PackageMatcher.of(name).matches(target.getPackageName());
  }
}
