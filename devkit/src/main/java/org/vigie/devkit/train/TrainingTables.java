package org.vigie.devkit.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
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

/// Loads one country on a platform of its own and exports its features at month ends: the very
/// classes that serve compute what the model learns from.
final class TrainingTables {

  // A country of 3,000 companies over three years takes a few minutes: this ends one that is stuck.
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final Installation installation;
  private final Consumer<String> progress;

  TrainingTables(Installation installation, Consumer<String> progress) {
    this.installation = installation;
    this.progress = progress;
  }

  /// Exports the table of the country written in a directory, and the catalogue of its features.
  void export(Path country, Path table, Path catalogue)
      throws IOException, InterruptedException, NotReadyException, StageBehindException {
    var platform = new Platform(installation, progress);
    // Stays: to end what has ended does nothing, and a hook cannot be taken back during a shutdown.
    Runtime.getRuntime().addShutdownHook(new Thread(platform::end, "stop-training-platform"));
    try {
      platform.up("manual");
      var services = new ServiceClient(installation, platform.secrets(), Cast.OPERATOR);
      new Uploader(services, progress).run(new DeliveryPlan(true, null).of(List.of(country)));
      new Barriers(services, new Stages(platform.kafka(), services)).await(PATIENCE);
      progress.accept("Exporting the features at month ends");
      List<YearMonth> months = months(country);
      services.download(Slot.FEATURE_SERVICE, "/catalogue", catalogue);
      Path unfinished = table.resolveSibling(table.getFileName() + ".part");
      services.download(
          Slot.FEATURE_SERVICE,
          "/export?from=%s&to=%s".formatted(months.getFirst(), months.getLast()),
          unfinished);
      Files.move(unfinished, table);
    } finally {
      platform.down();
    }
  }

  private static List<YearMonth> months(Path country) throws IOException {
    try (Stream<Path> folders = Files.list(country)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> YearMonth.parse(folder.getFileName().toString().substring(0, 7)))
          .sorted()
          .toList();
    }
  }
}
