package org.vigie.devkit.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
import org.vigie.devkit.platform.NotReadyException;
import org.vigie.devkit.platform.Platform;

/// The main job from end to end: start, subscribe, simulate, load, judge.
public final class Demo {

  // A country of 3,000 companies takes a minute or two: this ends a demo that is stuck.
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private final Installation installation;
  private final Platform platform;
  private final Country country;
  private final Consumer<String> progress;

  /// How the country is written: the simulator's part of the demo.
  @FunctionalInterface
  public interface Country {
    void writeTo(Path directory) throws IOException;
  }

  public Demo(
      Installation installation, Platform platform, Country country, Consumer<String> progress) {
    this.installation = installation;
    this.platform = platform;
    this.country = country;
    this.progress = progress;
  }

  /// Runs the demo on a fresh or running copy.
  ///
  /// @param buildSeconds how long the build before it took
  public DemoReport run(double buildSeconds)
      throws IOException, InterruptedException, NotReadyException, StageBehindException {
    Path files = write();
    var watch = new Stopwatch();
    try (var memory = new PeakMemory(platform.processes())) {
      platform.up("manual");
      var services = new ServiceClient(installation, platform.secrets(), Cast.OPERATOR);
      new ModelActivation(services, progress).activateNewest();
      double start = watch.seconds();
      subscribe();
      var firstAlert = new FirstAlert(services, watch);
      List<JsonNode> journals = load(services, files);
      double loaded = watch.seconds();
      firstAlert.close();
      progress.accept("Judging the alerts against the truth");
      var alerts = new Alerts(alerts(services));
      var log = ScoreLog.read(platform.kafka().platform(), installation.registryUrl());
      Truth truth = Truth.read(files.resolve("truth.csv"));
      List<LocalDate> deliveries = deliveries(files);
      LocalDate first = deliveries.get(0);
      LocalDate firstMonth = deliveries.get(1);
      var figures =
          new Figures(
              journals,
              log,
              alerts.all(),
              new Figures.Timings(
                  buildSeconds, start, buildSeconds + firstAlert.seconds(), loaded - start),
              memory.bytes(),
              Judgement.of(alerts.firstAtLeastModerate(), log.scored(), first, firstMonth, truth),
              Judgement.of(alerts.firstHigh(), log.scored(), first, firstMonth, truth));
      return new DemoReport(installation, figures);
    }
  }

  private Path write() throws IOException {
    Path files = installation.directory("demo").resolve("country");
    progress.accept("Simulating a country in " + files);
    country.writeTo(files);
    return files;
  }

  private void subscribe() throws IOException, InterruptedException {
    for (String administration : Cast.administrations()) {
      new ServiceClient(installation, platform.secrets(), administration)
          .post(
              Slot.ALERT_SERVICE,
              "/subscriptions",
              Map.of("name", "Toutes les entreprises", "horizon", 18, "level", "modere"));
    }
  }

  private List<JsonNode> load(ServiceClient services, Path files)
      throws IOException, InterruptedException, StageBehindException {
    var steps = new DeliveryPlan(true, null).of(List.of(files));
    List<JsonNode> journals = new Uploader(services, progress).run(steps);
    progress.accept("Waiting for the last alerts");
    new Barriers(services, new Stages(platform.kafka(), services)).await(PATIENCE);
    return journals;
  }

  private static List<JsonNode> alerts(ServiceClient services)
      throws IOException, InterruptedException {
    var alerts = new ArrayList<JsonNode>();
    services.get(Slot.ALERT_SERVICE, "/alerts?limit=1000000").forEach(alerts::add);
    return alerts;
  }

  // The days of the deliveries: the one with the history, then the months of the demo.
  private static List<LocalDate> deliveries(Path files) throws IOException {
    try (Stream<Path> folders = Files.list(files)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> LocalDate.parse(folder.getFileName().toString()))
          .sorted()
          .toList();
    }
  }
}
