package org.vigie.devkit.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.vigie.devkit.demo.Demo;
import org.vigie.devkit.demo.DemoDirectory;
import org.vigie.devkit.demo.DemoReport;
import org.vigie.simulator.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "demo",
    description = {
      "The main job on real parts: a simulated country, loaded, scored, alerted and judged.",
      "Stays until Ctrl-C, which stops everything."
    })
final class DemoCommand implements Callable<Integer> {

  @ParentCommand VigieCommand parent = new VigieCommand();

  @Option(names = "--once", description = "Stop everything at the end and leave.")
  boolean once;

  @Mixin CountryOptions country = new CountryOptions();

  @Override
  public Integer call() throws Exception {
    refuseTrainingSeeds();
    if (country.months < 1) {
      throw new IllegalArgumentException(
          "--months %d: a demo is judged on at least one monthly delivery"
              .formatted(country.months));
    }
    var common = parent.common;
    var platform = common.platform();
    DemoDirectory.prepare(common.installation().data(), platform.processes());
    // Ctrl-C ends the demo wherever it is, and everything that it started.
    Runtime.getRuntime().addShutdownHook(new Thread(platform::end, "stop-everything"));
    var demo =
        new Demo(
            common.installation(),
            platform,
            directory -> country.simulation().writeTo(directory, Progress.silent()),
            common::progress);
    // It stays in front, so it looks after its processes itself.
    platform.watch();
    DemoReport report = demo.run(buildSeconds());
    common.result(report.json(), report.text());
    if (!once) {
      common.progress(report.next());
      common.progress("Ctrl-C stops everything.");
      new CountDownLatch(1).await();
    }
    return ExitCode.DONE;
  }

  private void refuseTrainingSeeds() throws IOException {
    if (TrainingSeeds.contain(country.seed)) {
      throw new IllegalArgumentException(
          "--seed %d: models are trained on seeds %s; choose another"
              .formatted(country.seed, TrainingSeeds.RANGE));
    }
    Path models = parent.common.installation().home().resolve("scoring-service/models");
    for (var learnt : TrainingSeeds.ofBundles(models).entrySet()) {
      if (learnt.getValue().contains(country.seed)) {
        throw new IllegalArgumentException(
            "--seed %d: model %s was trained on it; choose another"
                .formatted(country.seed, learnt.getKey()));
      }
    }
  }

  // Told by the start script, which builds.
  private static double buildSeconds() {
    return Double.parseDouble(System.getenv().getOrDefault("VIGIE_BUILD_SECONDS", "0"));
  }
}
