package org.vigie.devkit.platform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;

/// The processes of one copy, real parts and services: how each is started.
final class Parts {

  private final Installation installation;
  private final Secrets secrets;
  private final KafkaAccess kafka;
  private final Postgres postgres;

  Parts(Installation installation, Secrets secrets, KafkaAccess kafka, Postgres postgres) {
    this.installation = installation;
    this.secrets = secrets;
    this.kafka = kafka;
    this.postgres = postgres;
  }

  /// Every process's name; what others need comes before them.
  static List<String> names() {
    var names =
        new ArrayList<>(List.of(Postgres.NAME, KafkaBroker.NAME, Keycloak.NAME, Registry.NAME));
    names.addAll(Service.ids());
    return names;
  }

  /// The databases that processes need.
  static List<String> databases() {
    var databases = new ArrayList<String>();
    databases.add(Registry.NAME);
    Arrays.stream(Service.values())
        .map(Service::database)
        .flatMap(Optional::stream)
        .forEach(databases::add);
    return databases;
  }

  /// How the process of that name is started.
  Launch launch(String name) throws IOException, InterruptedException {
    return switch (name) {
      case Postgres.NAME -> postgres.launch();
      case KafkaBroker.NAME -> new KafkaBroker(installation, secrets, kafka).launch();
      case Keycloak.NAME -> new Keycloak(installation, secrets).launch();
      case Registry.NAME -> registry().launch();
      default -> services().launch(service(name));
    };
  }

  Registry registry() {
    return new Registry(installation, secrets, postgres);
  }

  private Services services() {
    return new Services(installation, postgres, kafka, installation.clock());
  }

  private static Service service(String name) {
    return Arrays.stream(Service.values())
        .filter(service -> service.id().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no process is named " + name));
  }
}
