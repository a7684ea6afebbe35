package org.vigie.devkit.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Listed here for --help; the start script runs the tests itself, since they build what this jar
/// is made of.
@Command(name = "test", description = "Run every test; « test quick » leaves the platform out.")
final class TestCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "0..1", paramLabel = "quick", description = "Without the platform.")
  String scope = "";

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "tests are run by the start script: ./vigie test");
  }
}
