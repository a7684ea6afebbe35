package org.vigie.devkit.command;

import java.net.ConnectException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "token", description = "Print an access token of an agent or of a system.")
final class TokenCommand implements Callable<Integer> {

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Parameters(paramLabel = "USER", description = "An agent (alice) or a system (urssaf).")
  String user = "";

  @Override
  public Integer call() throws Exception {
    var common = parent.common;
    try {
      String token = common.operator().tokens().of(user);
      common.result(Map.of("user", user, "token", token), token);
      return ExitCode.DONE;
    } catch (ConnectException e) {
      common.failure(e);
      return ExitCode.NOT_RUNNING;
    }
  }
}
