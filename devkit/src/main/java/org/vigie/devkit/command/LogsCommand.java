package org.vigie.devkit.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.devkit.installation.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "logs", description = "Print the last lines of a process's log, or of every one.")
final class LogsCommand implements Callable<Integer> {

  private static final String SUFFIX = ".log";

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Name of a process, as in status.")
  @Nullable String name;

  @Override
  public Integer call() throws Exception {
    var installation = parent.common.installation();
    var tail = new LogTail(installation);
    List<String> names = asked(logged(installation));
    if (parent.common.json) {
      var logs = new LinkedHashMap<String, List<String>>();
      for (String process : names) {
        logs.put(process, tail.lines(process));
      }
      parent.common.result(Map.of("logs", logs), "");
      return ExitCode.DONE;
    }
    for (String process : names) {
      tail.print(process, System.out);
    }
    return ExitCode.DONE;
  }

  private List<String> asked(List<String> logged) {
    String one = name;
    if (one == null) {
      return logged;
    }
    if (!logged.contains(one)) {
      throw new IllegalArgumentException(
          "no process named %s has a log; there are %s".formatted(one, logged));
    }
    return List.of(one);
  }

  /// Names of the processes that have a log, in order.
  private static List<String> logged(Installation installation) throws IOException {
    try (Stream<Path> files = Files.list(installation.directory("logs"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }
}
