package org.vigie.devkit.command;

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
    System.out.print(AutoComplete.bash("vigie", parent.spec.commandLine()));
  }
}
