package org.vigie.devkit.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.devkit.client.ServiceClient;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.platform.Cast;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "alerts", description = "The alerts sent, newest first, cut as they were sent.")
final class AlertsCommand implements Callable<Integer> {

  // An alert takes a kilobyte as text and several as a tree, and the command line has 384 MB.
  private static final int LIMIT_MAX = 50_000;

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Option(
      names = "--administration",
      paramLabel = "ID",
      description = "Those of one administration (default: of all).")
  @Nullable String administration;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "1000",
      description = "At most so many (default: ${DEFAULT-VALUE}; at most 50000).")
  int limit;

  @Override
  public Integer call() throws Exception {
    JsonNode alerts = parent.common.operator().get(Slot.ALERT_SERVICE, path());
    parent.common.result(alerts, text(alerts));
    return ExitCode.DONE;
  }

  private String path() {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("--limit %d: from 1 to %d".formatted(limit, LIMIT_MAX));
    }
    String all = "/alerts?limit=" + limit;
    if (administration == null) {
      return all;
    }
    if (!Cast.administrations().contains(administration)) {
      throw new IllegalArgumentException(
          "--administration %s: there are %s"
              .formatted(administration, String.join(", ", Cast.administrations())));
    }
    return all + "&administration=" + ServiceClient.encode(administration);
  }

  private String text(JsonNode alerts) {
    var lines = new ArrayList<String>();
    for (JsonNode alert : alerts) {
      lines.add(
          "%s  %s  %-12s %-13s %s %s"
              .formatted(
                  alert.path("asOf").asText(),
                  alert.path("siren").asText(),
                  alert.path("administration").asText(),
                  state(alert),
                  alert.at("/after/level").asText(),
                  alert.path("name").asText("")));
    }
    if (lines.size() == limit) {
      lines.add("the newest %d; --limit N shows others".formatted(limit));
    }
    return lines.isEmpty() ? "no alert yet" : String.join("\n", lines);
  }

  // A close says why: back under is relief, a procédure is not.
  private static String state(JsonNode alert) {
    String reason = alert.path("closeReason").asText("");
    String state = alert.path("state").asText();
    return reason.isEmpty() || reason.equals("null") ? state : state + " (" + reason + ")";
  }
}
