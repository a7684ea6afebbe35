package org.vigie.devkit.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// What a directory of resources for Strimzi's operators declares, read as the operators do.
record DeployedKafka(List<JsonNode> resources) {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String CLUSTER_LABEL = "strimzi.io/cluster";

  // One machine has one broker: what several brokers need is no matter of comparison.
  private static final Pattern OF_SEVERAL_BROKERS =
      Pattern.compile(".*(replication\\.factor|min\\.isr|min\\.insync\\.replicas)");

  static DeployedKafka read(Path directory) throws IOException {
    var resources = new ArrayList<JsonNode>();
    try (var files = Files.newDirectoryStream(directory, "*.yaml")) {
      for (var file : files) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile())) {
          resources.addAll(documents.readAll());
        }
      }
    }
    return new DeployedKafka(resources);
  }

  JsonNode cluster() {
    return ofKind("Kafka")
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no file declares a cluster"));
  }

  DeclaredKafka declared() {
    var lines = new TreeSet<String>();
    ofCluster("KafkaTopic").forEach(topic -> lines.add(topic(topic)));
    ofCluster("KafkaUser").forEach(user -> lines.add(principal(user)));
    ofCluster("KafkaUser").forEach(user -> rights(user).forEach(lines::add));
    settings(cluster().at("/spec/kafka/config"))
        .forEach((setting, value) -> lines.add(DeclaredKafka.broker(setting, value)));
    lines.removeIf(line -> line.startsWith("broker") && OF_SEVERAL_BROKERS.matcher(line).find());
    return new DeclaredKafka(lines);
  }

  private Stream<JsonNode> ofKind(String kind) {
    return resources.stream().filter(resource -> resource.path("kind").asText().equals(kind));
  }

  // The operators pass over what does not name their cluster.
  private Stream<JsonNode> ofCluster(String kind) {
    var cluster = name(cluster());
    return ofKind(kind)
        .filter(
            resource ->
                resource.at("/metadata/labels").path(CLUSTER_LABEL).asText().equals(cluster));
  }

  private static String topic(JsonNode topic) {
    var spec = topic.path("spec");
    return DeclaredKafka.topic(
        spec.path("topicName").asText(name(topic)),
        spec.path("partitions").asInt(),
        settings(spec.path("config")));
  }

  private static String principal(JsonNode user) {
    return DeclaredKafka.principal(name(user), user.at("/spec/authentication/type").asText());
  }

  private static List<String> rights(JsonNode user) {
    var authorization = user.at("/spec/authorization");
    var rights = new ArrayList<String>();
    if (authorization.path("type").asText().equals("simple")) {
      for (var rule : authorization.path("acls")) {
        for (var operation : rule.path("operations")) {
          rights.add(DeclaredKafka.right(acl(name(user), rule, operation.asText())));
        }
      }
    }
    return rights;
  }

  private static AclBinding acl(String user, JsonNode rule, String operation) {
    var resource = rule.path("resource");
    var pattern =
        resource.path("patternType").asText("literal").equals("prefix")
            ? PatternType.PREFIXED
            : PatternType.LITERAL;
    return new AclBinding(
        new ResourcePattern(
            ResourceType.fromString(constant(resource.path("type").asText())),
            resource.path("name").asText(),
            pattern),
        new AccessControlEntry(
            "User:" + user,
            rule.path("host").asText("*"),
            AclOperation.fromString(constant(operation)),
            AclPermissionType.fromString(rule.path("type").asText("allow"))));
  }

  // « transactionalId », « DescribeConfigs »: as constants of Kafka's are named.
  private static String constant(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  private static Map<String, String> settings(JsonNode config) {
    var settings = new TreeMap<String, String>();
    config
        .properties()
        .forEach(setting -> settings.put(setting.getKey(), setting.getValue().asText()));
    return settings;
  }

  private static String name(JsonNode resource) {
    return resource.at("/metadata/name").asText();
  }
}
