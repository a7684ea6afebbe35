package org.vigie.devkit.command;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vigie.devkit.client.NotRunningException;
import org.vigie.devkit.client.ProblemException;
import org.vigie.devkit.platform.NotReadyException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The command line of Vigie; start reading here.
@Command(
    name = "vigie",
    description = "Early warning on companies in difficulty.",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    scope = CommandLine.ScopeType.INHERIT,
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      DoctorCommand.class,
      TokenCommand.class,
      SimulateCommand.class,
      IngestCommand.class,
      DeliveriesCommand.class,
      CloseDayCommand.class,
      HistoryCommand.class,
      FeaturesCommand.class,
      ScoreCommand.class,
      AlertsCommand.class,
      TrainCommand.class,
      BenchCommand.class,
      TestCommand.class,
      CompletionCommand.class,
    })
public final class VigieCommand implements Runnable {

  private static final int BAD_REQUEST = 400;

  @Mixin Common common = new Common();

  @Spec CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  /// Runs the command line and ends with its exit code.
  public static void main(String[] arguments) {
    quieten();
    System.exit(line(new VigieCommand()).execute(arguments));
  }

  /// The command line with its converters and its ways to fail.
  static CommandLine line(VigieCommand root) {
    var line = new CommandLine(root);
    Dates.register(line);
    line.setExecutionExceptionHandler((e, _, _) -> root.fail(e));
    var usage = line.getParameterExceptionHandler();
    line.setParameterExceptionHandler(
        (e, words) -> {
          // Parsing has failed, so what was asked for is read from the words themselves.
          if (List.of(words).contains("--json")) {
            root.common.json = true;
            root.common.result(Map.of("error", String.valueOf(e.getMessage())), "");
          }
          return usage.handleParseException(e, words);
        });
    line.setExecutionStrategy(root::execute);
    return line;
  }

  // --help and --version end with one JSON value too when --json stands beside them.
  private int execute(ParseResult parsed) {
    if (common.json) {
      for (CommandLine asked : parsed.asCommandLineList()) {
        if (asked.isUsageHelpRequested()) {
          return usage(asked);
        }
        if (asked.isVersionHelpRequested()) {
          common.result(Map.of("version", new VersionProvider().number()), "");
          return ExitCode.DONE;
        }
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private int usage(CommandLine asked) {
    String usage = asked.getUsageMessage(Ansi.AUTO);
    common.result(Map.of("usage", asked.getUsageMessage(Ansi.OFF)), usage.stripTrailing());
    return ExitCode.DONE;
  }

  @Override
  public void run() {
    usage(spec.commandLine());
  }

  // Clients retry while the platform starts: what matters reaches the user as an error.
  private static void quieten() {
    Logger.getLogger("").setLevel(Level.OFF);
  }

  private int fail(Exception failure) throws IOException {
    if (failure instanceof NotReadyException notReady && notReady.process().isPresent()) {
      new LogTail(common.installation()).print(notReady.process().get(), System.err);
    }
    common.failure(failure);
    return switch (failure) {
      case NotRunningException _ -> ExitCode.NOT_RUNNING;
      case IllegalArgumentException _ -> ExitCode.WRONG_USAGE;
      // What a service calls a bad request was asked for on the command line.
      case ProblemException problem when problem.status() == BAD_REQUEST -> ExitCode.WRONG_USAGE;
      default -> ExitCode.FAILED;
    };
  }
}
