package org.vigie.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.HdrHistogram.Histogram;
import org.vigie.devkit.client.ModelActivation;
import org.vigie.devkit.client.ServiceClient;
import org.vigie.devkit.deliver.Barriers;
import org.vigie.devkit.deliver.DeliveryPlan;
import org.vigie.devkit.deliver.StageBehindException;
import org.vigie.devkit.deliver.Uploader;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.observe.Stages;
import org.vigie.devkit.platform.Cast;
import org.vigie.devkit.platform.Platform;
import org.vigie.devkit.train.Workplace;
import org.vigie.schemas.Topics;

/// The whole pipeline against raw Kafka in one run: throughput of a delivery through the three
/// services, then event to alert at a steady rate, between two rounds of raw Kafka.
public final class PipelineBench {

  private static final int COMPANIES = 6000;
  private static final int PER_SECOND = 200;
  // The first seconds find cold code everywhere: they are pushed and not measured.
  private static final int WARM_UP = 10 * PER_SECOND;
  private static final int PUSHES = 20 * PER_SECOND;
  private static final LocalDate DELIVERED = LocalDate.of(2026, 1, 22);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  // Raw Kafka: once to warm up, once before and once after.
  private static final int ROUNDS = 3;
  private static final String PARTNER = "partenaire-urssaf";
  private static final String ADMINISTRATION = "urssaf";
  private static final long NANOS_PER_MILLI = 1_000_000L;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Installation installation;
  private final Platform platform;
  private final ServiceClient operator;
  private final RawKafka raw;

  private PipelineBench(Installation installation) {
    this.installation = installation;
    this.platform = new Platform(installation, System.err::println);
    this.operator = new ServiceClient(installation, platform.secrets(), Cast.OPERATOR);
    this.raw = new RawKafka(platform.kafka().platform());
  }

  /// Runs the benchmark; arguments: home, directory (emptied before and, unless it fails, after),
  /// first port, `json` or `text`. Exit code 0, or 1 with the reason.
  public static void main(String[] arguments) throws IOException {
    Logger.getLogger("").setLevel(Level.SEVERE);
    boolean json = arguments[3].equals("json");
    try {
      Measured measured =
          measure(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
      System.out.println(json ? JSON.writeValueAsString(measured.json()) : measured.text());
      System.exit(0);
    } catch (Exception e) {
      System.err.println("vigie: bench: " + reason(e) + " (logs in " + arguments[1] + "/logs)");
      if (json) {
        System.out.println(JSON.writeValueAsString(Map.of("error", "bench: " + reason(e))));
      }
      System.exit(1);
    }
  }

  // A fresh platform each time: what an earlier run left would be measured too.
  private static Measured measure(Path home, Path directory, int portBase) throws Exception {
    var installation = new Installation(home, directory, portBase);
    try (var workplace = Workplace.take(installation)) {
      var bench = new PipelineBench(installation);
      Runtime.getRuntime().addShutdownHook(new Thread(bench.platform::end, "stop-everything"));
      Measured measured = bench.run();
      workplace.clear();
      return measured;
    }
  }

  private static String reason(Throwable failure) {
    String message = failure.getMessage();
    Throwable cause = failure.getCause();
    if (cause != null && (message == null || failure instanceof CompletionException)) {
      return reason(cause);
    }
    return message == null ? failure.toString() : message;
  }

  private Measured run() throws Exception {
    platform.up("manual");
    raw.prepare(ROUNDS);
    new ModelActivation(operator, System.err::println).activateNewest();
    new ServiceClient(installation, platform.secrets(), ADMINISTRATION)
        .post(
            Slot.ALERT_SERVICE,
            "/subscriptions",
            Map.of("name", "bench", "horizon", 18, "level", "modere"));
    var payers = new Payers(COMPANIES);
    Path files = installation.directory("files");
    payers.writeTo(files.resolve(DELIVERED.toString()));
    System.err.println("Loading " + COMPANIES + " companies through the three services");
    long begun = System.nanoTime();
    List<JsonNode> journals =
        new Uploader(operator, System.err::println)
            .run(new DeliveryPlan(true, null).of(List.of(files)));
    settle();
    double pipelineSeconds = (System.nanoTime() - begun) / 1e9;
    List<RawKafka.Raw> records = raw.read(Topics.SOURCE_EVENTS.name());
    System.err.println("Raw Kafka with the same " + records.size() + " records");
    raw.measure(records, 0);
    RawKafka.Rate before = raw.measure(records, 1);
    System.err.println("Event to alert at " + PER_SECOND + "/s");
    Measured.Latency latency = latency(payers);
    RawKafka.Rate after = raw.measure(records, 2);
    platform.down();
    long facts = journals.stream().mapToLong(journal -> journal.path("facts").asLong()).sum();
    return new Measured(before, after, records.size(), facts, pipelineSeconds, latency);
  }

  private Measured.Latency latency(Payers payers) throws Exception {
    var partner = new ServiceClient(installation, platform.secrets(), PARTNER);
    try (var watch = new AlertWatch(platform.kafka().principal(ADMINISTRATION), ADMINISTRATION)) {
      OpenLoop.Done done =
          new OpenLoop(PER_SECOND, WARM_UP, PUSHES)
              .run(
                  company ->
                      partner.push(
                          "/sources/debit/facts", "bench-" + company, payers.debts(company)));
      if (done.firstFailure() != null) {
        System.err.println("a push failed: " + done.firstFailure());
      }
      settle();
      return summary(done, watch.finish());
    }
  }

  private static Measured.Latency summary(OpenLoop.Done done, Map<String, Long> arrived) {
    var millis = new Histogram(3);
    long[] due = done.dueNanos();
    for (int company = WARM_UP; company < due.length; company++) {
      Long at = arrived.get(Payers.siren(company));
      if (at != null) {
        millis.recordValue(Math.max(0, (at - due[company]) / NANOS_PER_MILLI));
      }
    }
    return new Measured.Latency(
        PER_SECOND,
        WARM_UP,
        PUSHES,
        done.failures(),
        millis.getTotalCount(),
        millis.getValueAtPercentile(50),
        millis.getValueAtPercentile(95),
        millis.getValueAtPercentile(99),
        millis.getMaxValue());
  }

  private void settle() throws IOException, InterruptedException, StageBehindException {
    new Barriers(operator, new Stages(platform.kafka(), operator)).await(PATIENCE);
  }
}
