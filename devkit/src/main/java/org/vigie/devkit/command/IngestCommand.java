package org.vigie.devkit.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.devkit.client.ServiceClient;
import org.vigie.devkit.deliver.Barriers;
import org.vigie.devkit.deliver.DeliveryPlan;
import org.vigie.devkit.deliver.Uploader;
import org.vigie.devkit.observe.Stages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "ingest",
    description = {
      "Bring files to Vigie.",
      "A directory of folders named by date (2026-07-22) is a series of deliveries: they are taken"
          + " in date order, each known on its date, and under the manual clock the days between"
          + " are closed. Exit code 3 when a file is refused, a file that you name and that is of"
          + " no source included; 1 when one is suspended (./vigie deliveries)."
    })
final class IngestCommand implements Callable<Integer> {

  private static final String RULE = "rule";

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Option(
      names = "--known-at",
      paramLabel = "DATE|rule[:DATE]",
      description =
          "When the facts were known: a date, or « rule » for history loaded at once (each source's"
              + " own delay, never later than DATE, the day of the delivery, which is needed while"
              + " no day is closed). Default: the folder's date, else the platform's day.")
  @Nullable String knownAt;

  @Option(names = "--wait", description = "Return when all alerts of these files are out.")
  boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "How long one delivery, and then --wait, may take (default: ${DEFAULT-VALUE}).")
  int timeoutSeconds;

  @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Files or directories.")
  List<Path> paths = List.of();

  @Override
  public Integer call() throws Exception {
    checkKnownAt();
    var common = parent.common;
    ServiceClient services = common.operator();
    var timeout = Duration.ofSeconds(timeoutSeconds);
    var steps = new DeliveryPlan(common.manualClock(), knownAt).of(paths);
    List<JsonNode> journals = new Uploader(services, common::progress, timeout).run(steps);
    if (wait) {
      new Barriers(services, new Stages(common.platform().kafka(), services)).await(timeout);
    }
    long refused = count(journals, "refused");
    long suspended = count(journals, "suspended");
    common.result(
        journals,
        "%d files: %d loaded, %d already loaded, %d refused, %d suspended, %d unknown"
            .formatted(
                journals.size(),
                count(journals, "loaded"),
                count(journals, "already-loaded"),
                refused,
                suspended,
                count(journals, "unknown")));
    if (refused > 0) {
      return ExitCode.INPUT_REFUSED;
    }
    return suspended > 0 ? ExitCode.FAILED : ExitCode.DONE;
  }

  private static long count(List<JsonNode> journals, String state) {
    return journals.stream()
        .filter(journal -> journal.path("state").asText().equals(state))
        .count();
  }

  private void checkKnownAt() {
    if (knownAt == null || knownAt.equals(RULE)) {
      return;
    }
    String day = knownAt.startsWith(RULE + ":") ? knownAt.substring(RULE.length() + 1) : knownAt;
    try {
      LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--known-at %s: it must be a date (2026-07-22), « rule » or « rule:2026-07-22 »"
              .formatted(knownAt));
    }
  }
}
