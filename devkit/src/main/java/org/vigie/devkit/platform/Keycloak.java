package org.vigie.devkit.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.PrivateFile;
import org.vigie.devkit.installation.Secrets;
import org.vigie.devkit.installation.Slot;

/// The identity provider: Keycloak, with the realm `vigie` made at the first start.
final class Keycloak {

  static final String NAME = "keycloak";

  private static final String ENTRY = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";
  private static final List<String> SHARED = List.of("conf", "lib", "providers", "themes");

  private final Installation installation;
  private final Secrets secrets;

  Keycloak(Installation installation, Secrets secrets) {
    this.installation = installation;
    this.secrets = secrets;
  }

  /// How it is started, its home laid out and the distribution prepared.
  Launch launch() throws IOException, InterruptedException {
    Path distribution = distribution();
    prepare(distribution);
    Path home = layOut(distribution);
    return new Launch(
        NAME,
        List.of(installation.port(Slot.KEYCLOAK), installation.port(Slot.KEYCLOAK_MANAGEMENT)),
        Java.small(
            384,
            List.of(
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Duser.language=en",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                ENTRY,
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + installation.port(Slot.KEYCLOAK),
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + installation.port(Slot.KEYCLOAK_MANAGEMENT),
                "--hostname=" + installation.url(Slot.KEYCLOAK))),
        Map.of(),
        home,
        () -> Http.answers(installation.realmUrl()));
  }

  // Preparing costs 19 CPU seconds, so it is done once for a checkout, whoever comes first.
  private void prepare(Path distribution) throws IOException, InterruptedException {
    Path marker = installation.parts().resolve("keycloak-prepared");
    try (var channel =
            FileChannel.open(
                installation.parts().resolve("keycloak-prepare.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      if (Files.exists(marker)) {
        return;
      }
      Path log = installation.log(NAME + "-build");
      var builder =
          new ProcessBuilder(
                  "bash",
                  distribution.resolve("bin/kc.sh").toString(),
                  "build",
                  "--db=dev-file",
                  "--health-enabled=true")
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      if (builder.start().waitFor() != 0) {
        throw new IOException("Keycloak could not be prepared: see " + log);
      }
      Files.createFile(marker);
    }
  }

  private Path layOut(Path distribution) throws IOException {
    Path home = installation.directory(NAME);
    for (String shared : SHARED) {
      Path link = home.resolve(shared);
      if (!Files.exists(link)) {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, distribution.resolve(shared));
      }
    }
    Path imports = Files.createDirectories(home.resolve("data/import"));
    PrivateFile.write(imports.resolve("vigie-realm.json"), new Realm(secrets).json());
    return home;
  }

  private Path distribution() throws IOException {
    try (Stream<Path> unpacked = Files.list(installation.parts().resolve("keycloak"))) {
      return unpacked
          .findFirst()
          .orElseThrow(() -> new IOException("Keycloak is not laid out: build Vigie first"));
    }
  }
}
