package org.vigie.devkit.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// The interpreter that `./vigie test` lays out, with the clients that other languages use.
///
/// @param interpreter its path
record Python(String interpreter) {

  /// Skips the test when there is no Python, except where tests may not be skipped.
  static Python orSkip() {
    String interpreter = System.getenv().getOrDefault("VIGIE_PYTHON", "");
    assertThat(interpreter.isEmpty() && "true".equals(System.getenv("CI")))
        .as("Python is missing, and its tests may not be skipped here: start with ./vigie test")
        .isFalse();
    assumeFalse(interpreter.isEmpty(), "no Python: start with ./vigie test to have its tests run");
    return new Python(interpreter);
  }

  /// Runs the tests of a file, told in their environment what they need to know.
  void test(Path file, Map<String, String> environment) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
                interpreter, "-m", "pytest", "-q", "-p", "no:cacheprovider", file.toString())
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process tests = builder.start();
    var output = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(tests.waitFor()).as(output).isZero();
  }
}
