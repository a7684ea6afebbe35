package org.vigie.devkit.command;

import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "completion",
    description = {
      "Print a completion script for bash and zsh.",
      "In this shell: source <(./vigie completion)"
    })
final class CompletionCommand implements Runnable {

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Override
  public void run() {
    String script = AutoComplete.bash("vigie", parent.spec.commandLine());
    parent.common.result(Map.of("script", script), script.stripTrailing());
  }
}
