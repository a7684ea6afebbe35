package org.vigie.kit.walls;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import java.util.Set;
import java.util.stream.Stream;

/// What operations take from addresses and headers.
final class Parameters {

  // Without a body, what has no annotation is a part of the path.
  private static final Set<String> WITHOUT_BODY =
      Set.of(GET.class.getName(), DELETE.class.getName());

  private static final String CONTEXT = "jakarta.ws.rs.core.Context";

  static Stream<JavaParameter> of(JavaClass type) {
    return type.getMethods().stream().flatMap(Parameters::of);
  }

  private static Stream<JavaParameter> of(JavaMethod method) {
    boolean bodyless =
        method.getAnnotations().stream().anyMatch(a -> WITHOUT_BODY.contains(name(a)));
    return method.getParameters().stream()
        .filter(parameter -> isNamed(parameter) || (bodyless && !isContext(parameter)));
  }

  private static boolean isNamed(JavaParameter parameter) {
    return parameter.getAnnotations().stream()
        .map(Parameters::name)
        .anyMatch(name -> name.startsWith("jakarta.ws.rs.") && name.endsWith("Param"));
  }

  private static boolean isContext(JavaParameter parameter) {
    return parameter.getAnnotations().stream().map(Parameters::name).anyMatch(CONTEXT::equals);
  }

  private static String name(JavaAnnotation<?> annotation) {
    return annotation.getRawType().getName();
  }

  private Parameters() {}
}
