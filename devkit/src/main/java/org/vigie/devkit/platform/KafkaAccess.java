package org.vigie.devkit.platform;

import java.util.HashMap;
import java.util.Map;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;

/// How principals reach the broker.
public final class KafkaAccess {

  /// The one principal that no ACL binds: it makes topics, users and ACLs.
  static final String PLATFORM = "platform";

  // A broker that is ready answers in milliseconds, on a busy machine within this.
  private static final int IMPATIENT_MILLIS = 2000;

  private final Installation installation;
  private final Secrets secrets;

  public KafkaAccess(Installation installation, Secrets secrets) {
    this.installation = installation;
    this.secrets = secrets;
  }

  /// Client settings of the platform itself.
  public Map<String, Object> platform() {
    return settings("PLAIN", "org.apache.kafka.common.security.plain.PlainLoginModule", PLATFORM);
  }

  /// Client settings of the platform itself, for who asks again rather than wait.
  Map<String, Object> impatient() {
    var settings = new HashMap<>(platform());
    settings.put("request.timeout.ms", IMPATIENT_MILLIS);
    settings.put("default.api.timeout.ms", IMPATIENT_MILLIS);
    return settings;
  }

  /// Client settings of a service or an administration.
  public Map<String, Object> principal(String name) {
    return settings(
        "SCRAM-SHA-512", "org.apache.kafka.common.security.scram.ScramLoginModule", name);
  }

  String password(String principal) {
    return secrets.get("kafka." + principal);
  }

  private Map<String, Object> settings(String mechanism, String module, String name) {
    return Map.of(
        "bootstrap.servers",
        installation.bootstrapServers(),
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        mechanism,
        "sasl.jaas.config",
        "%s required username=\"%s\" password=\"%s\";".formatted(module, name, password(name)));
  }
}
