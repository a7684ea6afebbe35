package org.vigie.kit.walls;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Where a class learns what time it is.
final class ClockUse {

  private static final Set<String> CLOCKS =
      Set.of(Clock.class.getName(), InstantSource.class.getName());

  /// Descriptions of every reading of the time, and of every clock that a class is given.
  static Stream<String> of(JavaClass type) {
    var given =
        type.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> CLOCKS.contains(dependency.getTargetClass().getName()))
            .map(Dependency::getDescription);
    var durations =
        type.getAccessesFromSelf().stream()
            .filter(access -> isCall(access, System.class, "nanoTime"))
            .map(JavaAccess::getDescription);
    return Stream.of(given, durations, ofTheMachine(type)).flatMap(uses -> uses);
  }

  /// Descriptions of every question to the machine for the time of day.
  static Stream<String> ofTheMachine(JavaClass type) {
    return type.getAccessesFromSelf().stream()
        .filter(ClockUse::asksTheMachine)
        .map(JavaAccess::getDescription);
  }

  private static boolean asksTheMachine(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    return isCall(access, System.class, "currentTimeMillis")
        || isCall(access, Calendar.class, "getInstance")
        || isCall(access, Date.class, "<init>") && hasNoParameter(access)
        || owner.getPackageName().startsWith("java.time")
            && access.getName().equals("now")
            && hasNoClock(access)
        || owner.isEquivalentTo(Clock.class) && access.getName().startsWith("system");
  }

  private static boolean isCall(JavaAccess<?> access, Class<?> owner, String name) {
    return access.getTargetOwner().isEquivalentTo(owner) && access.getName().equals(name);
  }

  private static boolean hasNoParameter(JavaAccess<?> access) {
    return parameters(access).isEmpty();
  }

  private static boolean hasNoClock(JavaAccess<?> access) {
    return parameters(access).stream().noneMatch(type -> CLOCKS.contains(type.getName()));
  }

  private static List<JavaClass> parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        ? target.getRawParameterTypes()
        : List.of();
  }

  private ClockUse() {}
}
