package org.vigie.devkit.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificData;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;
import org.vigie.devkit.installation.Slot;
import org.vigie.schemas.Topic;
import org.vigie.schemas.Topics;

/// The schema registry: Apicurio on PostgreSQL. The platform alone registers schemas, in a fixed
/// order, before any service starts.
final class Registry {

  static final String NAME = "registry";

  // Each try uses up one dead connection of its pool.
  private static final int RETRIES_MAX = 30;
  private static final Duration RETRY_PAUSE = Duration.ofMillis(500);

  private final Installation installation;
  private final Secrets secrets;
  private final Postgres postgres;

  Registry(Installation installation, Secrets secrets, Postgres postgres) {
    this.installation = installation;
    this.secrets = secrets;
    this.postgres = postgres;
  }

  Launch launch() {
    Path jar = installation.parts().resolve("registry/quarkus-run.jar");
    return new Launch(
        NAME,
        List.of(installation.port(Slot.REGISTRY), installation.port(Slot.REGISTRY_MANAGEMENT)),
        Java.small(
            160,
            List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + installation.port(Slot.REGISTRY),
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + installation.port(Slot.REGISTRY_MANAGEMENT),
                // Anybody reads; only the operator writes. The keys that sign tokens are fetched
                // when
                // the first token comes, so that the identity provider may still be starting.
                "-Dquarkus.oidc.tenant-enabled=true",
                "-Dquarkus.oidc.auth-server-url=" + installation.realmUrl(),
                "-Dquarkus.oidc.discovery-enabled=false",
                "-Dquarkus.oidc.jwks-path=/protocol/openid-connect/certs",
                "-Dquarkus.oidc.token-path=/protocol/openid-connect/token",
                "-Dquarkus.oidc.authorization-path=/protocol/openid-connect/auth",
                "-Dquarkus.oidc.jwks.resolve-early=false",
                "-Dapicurio.auth.role-based-authorization=true",
                "-Dapicurio.auth.anonymous-read-access.enabled=true",
                "-Dapicurio.auth.roles.admin=operator",
                "-jar",
                jar.toString())),
        Map.of(
            "APICURIO_STORAGE_KIND",
            "sql",
            "APICURIO_STORAGE_SQL_KIND",
            "postgresql",
            "APICURIO_DATASOURCE_URL",
            postgres.jdbcUrl(NAME),
            "APICURIO_DATASOURCE_USERNAME",
            NAME,
            "APICURIO_DATASOURCE_PASSWORD",
            postgres.password(NAME)),
        installation.directory(NAME),
        () -> Http.answers(installation.registryUrl() + "/system/info"));
  }

  /// Registers the schema of every topic; a schema that stands already keeps its id.
  void register(Collection<String> administrations) throws IOException, InterruptedException {
    var topics = new ArrayList<Topic<?>>(Topics.ALL);
    topics.add(Topics.ALERTS);
    administrations.forEach(administration -> topics.add(Topics.alerts(administration)));
    try (var client = HttpClient.newHttpClient()) {
      String token = new Tokens(installation, secrets, client).operator();
      for (Topic<?> topic : topics) {
        register(client, token, topic);
      }
    }
  }

  private void register(HttpClient client, String token, Topic<?> topic)
      throws IOException, InterruptedException {
    String schema = SpecificData.get().getSchema(topic.value()).toString();
    String body = new ObjectMapper().writeValueAsString(Map.of("schema", schema));
    String address =
        installation.url(Slot.REGISTRY)
            + "/apis/ccompat/v7/subjects/"
            + topic.subject()
            + "/versions";
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var response = send(client, request);
    if (response.statusCode() != 200) {
      throw new IOException(
          "the registry refused the schema of %s with %d: %s"
              .formatted(topic.name(), response.statusCode(), response.body()));
    }
  }

  // After its database was restarted, its first answers come of connections that are gone.
  private static HttpResponse<String> send(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    var response = client.send(request, HttpResponse.BodyHandlers.ofString());
    for (int retry = 0; retry < RETRIES_MAX && response.statusCode() >= 500; retry++) {
      Thread.sleep(RETRY_PAUSE);
      response = client.send(request, HttpResponse.BodyHandlers.ofString());
    }
    return response;
  }
}
