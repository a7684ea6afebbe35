package org.vigie.devkit.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.devkit.client.ServiceClient;
import org.vigie.devkit.installation.Slot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "deliveries",
    description = {
      "The deliveries, the latest first: state, counts and reason.",
      "A delivery that cannot be carried out is suspended, and those behind it go on: mend the"
          + " reason and resume it, or refuse it."
    },
    subcommands = {DeliveriesCommand.Resume.class, DeliveriesCommand.Refuse.class})
final class DeliveriesCommand implements Callable<Integer> {

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Those that are publishing, suspended, loaded, already-loaded or refused.")
  @Nullable String state;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many at most, up to 1000 (default: ${DEFAULT-VALUE}).")
  int limit;

  @Option(
      names = "--before",
      paramLabel = "INSTANT",
      description = "Those accepted before an instant: the acceptedAt of the last one shown.")
  @Nullable String before;

  @Override
  public Integer call() throws Exception {
    var path = new StringBuilder("/deliveries?limit=" + limit);
    if (state != null) {
      path.append("&state=").append(ServiceClient.encode(state));
    }
    if (before != null) {
      path.append("&before=").append(ServiceClient.encode(before));
    }
    JsonNode deliveries = parent.common.operator().get(Slot.INGESTION_SERVICE, path.toString());
    parent.common.result(deliveries, text(deliveries));
    return ExitCode.DONE;
  }

  private static String text(JsonNode deliveries) {
    var lines = new ArrayList<String>();
    deliveries.forEach(delivery -> lines.add(line(delivery)));
    return lines.isEmpty() ? "no such delivery" : String.join("\n", lines);
  }

  private static String line(JsonNode delivery) {
    String reason = delivery.path("reason").asText("");
    return "%s  %-14s  %-10s  known %-10s  %s: %d rows, %d valid, %d rejected, %d facts%s"
        .formatted(
            delivery.path("delivery").asText(),
            delivery.path("state").asText(),
            delivery.path("source").asText(),
            delivery.path("knownAt").asText(),
            delivery.path("file").asText(),
            delivery.path("read").asLong(),
            delivery.path("valid").asLong(),
            delivery.path("rejected").asLong(),
            delivery.path("facts").asLong(),
            delivery.path("reason").isNull() || reason.isEmpty() ? "" : "; " + reason);
  }

  private Integer order(String id, String what, Map<String, String> body) throws Exception {
    String path = "/deliveries/" + ServiceClient.encode(id) + "/" + what;
    JsonNode delivery = parent.common.operator().post(Slot.INGESTION_SERVICE, path, body);
    parent.common.result(delivery, line(delivery));
    return ExitCode.DONE;
  }

  @Command(
      name = "resume",
      description = "Put a suspended delivery back at its place; once it is, this does nothing.")
  static final class Resume implements Callable<Integer> {

    @ParentCommand DeliveriesCommand deliveries = new DeliveriesCommand();

    @Parameters(paramLabel = "ID", description = "The delivery.")
    String id = "";

    @Override
    public Integer call() throws Exception {
      return deliveries.order(id, "resume", Map.of());
    }
  }

  @Command(
      name = "refuse",
      description = "End a suspended delivery; once it is refused, this does nothing.")
  static final class Refuse implements Callable<Integer> {

    @ParentCommand DeliveriesCommand deliveries = new DeliveriesCommand();

    @Parameters(paramLabel = "ID", description = "The delivery.")
    String id = "";

    @Option(
        names = "--reason",
        paramLabel = "TEXT",
        defaultValue = "not wanted",
        description = "Why, as its journal will tell (default: ${DEFAULT-VALUE}).")
    String reason = "";

    @Override
    public Integer call() throws Exception {
      return deliveries.order(id, "refuse", Map.of("reason", reason));
    }
  }
}
