package org.vigie.devkit.command;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.vigie.devkit.client.NotRunningException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      CloseDayCommand.class,
      HistoryCommand.class,
      FeaturesCommand.class,
      ScoreCommand.class,
      AlertsCommand.class,
      TrainCommand.class,
      BenchCommand.class,
      TestCommand.class,
      GenerateCompletion.class,
    })
public final class VigieCommand implements Runnable {

  @Mixin Common common = new Common();

  @Spec CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  /// Runs the command line and ends with its exit code.
  public static void main(String[] arguments) {
    quieten();
    var line = new CommandLine(new VigieCommand());
    line.setExecutionExceptionHandler((e, _, _) -> fail(e));
    System.exit(line.execute(arguments));
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  // Clients retry while the platform starts: what matters reaches the user as an error.
  private static void quieten() {
    Logger.getLogger("").setLevel(Level.SEVERE);
  }

  private static int fail(Exception failure) {
    if (failure instanceof InterruptedException) {
      return ExitCode.FAILED;
    }
    System.err.println("vigie: " + message(failure));
    return switch (failure) {
      case NotRunningException _ -> ExitCode.NOT_RUNNING;
      case IllegalArgumentException _ -> ExitCode.WRONG_USAGE;
      default -> ExitCode.FAILED;
    };
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    if (message != null) {
      return message;
    }
    return failure.getCause() == null ? failure.toString() : message(failure.getCause());
  }
}
