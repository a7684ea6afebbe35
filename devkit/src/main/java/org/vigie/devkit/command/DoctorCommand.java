package org.vigie.devkit.command;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.vigie.devkit.observe.Diagnosis;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "doctor",
    description = "Check what Vigie needs of this machine, with a remedy for what is missing.")
final class DoctorCommand implements Callable<Integer> {

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Override
  public Integer call() throws Exception {
    var common = parent.common;
    var findings = new Diagnosis(common.installation(), common.platform().processes()).findings();
    common.result(
        findings, findings.stream().map(Object::toString).collect(Collectors.joining("\n")));
    return findings.stream().allMatch(Diagnosis.Finding::good) ? ExitCode.DONE : ExitCode.FAILED;
  }
}
