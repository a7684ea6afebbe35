package org.vigie.devkit.platform;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Slot;

/// The four services, each in a process of its own: what each is told of the others.
final class Services {

  private final Installation installation;
  private final Postgres postgres;
  private final KafkaAccess kafka;
  private final String clock;

  Services(Installation installation, Postgres postgres, KafkaAccess kafka, String clock) {
    this.installation = installation;
    this.postgres = postgres;
    this.kafka = kafka;
    this.clock = clock;
  }

  Launch launch(Service service) {
    Path jar =
        installation.home().resolve(service.id()).resolve("target/quarkus-app/quarkus-run.jar");
    return new Launch(
        service.id(),
        List.of(installation.port(service.slot())),
        Java.computing(192, List.of("-jar", jar.toString())),
        environment(service),
        installation.directory(service.id()),
        () -> Http.answers(installation.url(service.slot()) + "/q/health/ready"));
  }

  private Map<String, String> environment(Service service) {
    var environment = new HashMap<String, String>();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", "" + installation.port(service.slot()));
    environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", installation.realmUrl());
    environment.put("VIGIE_DATA_DIR", installation.directory(service.id()).toString());
    environment.put("VIGIE_REGISTRY_URL", installation.registryUrl());
    environment.put("VIGIE_CLOCK", clock);
    environment.put(
        "VIGIE_MODELS_DIR", installation.home().resolve("scoring-service/models").toString());
    environment.put("VIGIE_SCORING_URL", installation.url(Slot.SCORING_SERVICE));
    environment.put("VIGIE_LINKS_ALERTS", installation.url(Slot.ALERT_SERVICE));
    environment.put("VIGIE_LINKS_SCORES", installation.url(Slot.SCORING_SERVICE));
    environment.put("VIGIE_LINKS_COMPANIES", installation.url(Slot.FEATURE_SERVICE));
    kafka
        .principal(service.id())
        .forEach((key, value) -> environment.put(variable(key), value.toString()));
    service
        .database()
        .ifPresent(
            database -> {
              environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database));
              environment.put("QUARKUS_DATASOURCE_USERNAME", database);
              environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password(database));
            });
    return environment;
  }

  private static String variable(String setting) {
    return "KAFKA_" + setting.toUpperCase(Locale.ROOT).replace('.', '_');
  }
}
