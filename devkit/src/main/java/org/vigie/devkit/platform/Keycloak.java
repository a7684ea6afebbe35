package org.vigie.devkit.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;
import org.vigie.devkit.installation.Slot;

/// The identity provider: Keycloak, with the realm `vigie` made at the first start.
final class Keycloak {

  static final String NAME = "keycloak";

  /// Administrator of the identity provider itself.
  public static final String ADMIN = "vigie-admin";

  private static final String ENTRY = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";
  private static final List<String> SHARED = List.of("conf", "lib", "providers", "themes");

  private final Installation installation;
  private final Secrets secrets;

  Keycloak(Installation installation, Secrets secrets) {
    this.installation = installation;
    this.secrets = secrets;
  }

  /// How it is started, its home laid out and the distribution prepared unless it runs.
  Launch launch() throws IOException, InterruptedException {
    var distribution = KeycloakDistribution.of(installation.parts());
    Path home = installation.directory(NAME);
    // Under a running one nothing is changed: a build, or another checkout, may have come since.
    if (new ProcessTable(installation).handle(NAME).isEmpty()) {
      distribution.prepare(installation.log(NAME + "-build"));
      layOut(home, distribution.directory());
      writeRealm(home);
    }
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
                // One node: else it listens for others on every interface.
                "--cache=local",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + installation.port(Slot.KEYCLOAK),
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + installation.port(Slot.KEYCLOAK_MANAGEMENT),
                "--hostname=" + installation.url(Slot.KEYCLOAK))),
        // Its first start makes this administrator; without one, its welcome page makes whoever
        // asks
        // first the master of all realms.
        Map.of(
            "KC_BOOTSTRAP_ADMIN_USERNAME",
            ADMIN,
            "KC_BOOTSTRAP_ADMIN_PASSWORD",
            secrets.get("keycloak." + ADMIN)),
        home,
        () -> Http.answers(installation.realmUrl()));
  }

  /// Makes a home that keeps its own data beside the distribution's programs. The links follow the
  /// present checkout: a copy that another checkout has made starts without it.
  static void layOut(Path home, Path distribution) throws IOException {
    for (String shared : SHARED) {
      Path link = home.resolve(shared);
      Path target = distribution.resolve(shared);
      if (!Files.isSymbolicLink(link) || !Files.readSymbolicLink(link).equals(target)) {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
      }
    }
  }

  private void writeRealm(Path home) throws IOException {
    Path imports = Files.createDirectories(home.resolve("data/import"));
    if (!listens()) {
      new RealmFile(home, imports.resolve("vigie-realm.json")).write(new Realm(secrets).json());
    }
  }

  // Its database is not touched while it runs.
  private boolean listens() {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), installation.port(Slot.KEYCLOAK))) {
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
