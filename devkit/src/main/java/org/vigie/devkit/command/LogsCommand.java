package org.vigie.devkit.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "logs", description = "Print the last lines of a process's log, or of every one.")
final class LogsCommand implements Callable<Integer> {

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Name of a process, as in status.")
  @Nullable String name;

  @Override
  public Integer call() throws Exception {
    var installation = parent.common.installation();
    var tail = new LogTail(installation);
    if (name != null) {
      if (!Files.exists(installation.log(name))) {
        throw new IllegalArgumentException("no process named %s has a log".formatted(name));
      }
      tail.print(name, System.out);
      return ExitCode.DONE;
    }
    Path logs = installation.data().resolve("logs");
    if (Files.exists(logs)) {
      try (Stream<Path> files = Files.list(logs)) {
        for (Path file : files.sorted().toList()) {
          tail.print(file.getFileName().toString().replace(".log", ""), System.out);
        }
      }
    }
    return ExitCode.DONE;
  }
}
