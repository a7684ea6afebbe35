package org.vigie.devkit.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.PrivateFile;
import org.vigie.devkit.installation.Secrets;
import org.vigie.devkit.installation.Slot;

/// One Kafka broker and controller in one process: SASL for all, nothing allowed that no ACL
/// allows.
final class KafkaBroker {

  static final String NAME = "kafka";

  /// Settings that the services count on, on one machine and on a cluster.
  static final String COUNTED_ON =
      """
      auto.create.topics.enable=false
      # A dead producer's open transaction holds every reader back: sweep each second, not each ten.
      transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
      # The services ask for sessions of 6 s, so that a crash is noticed soon.
      group.min.session.timeout.ms=6000
      """;

  private final Installation installation;
  private final Secrets secrets;
  private final KafkaAccess access;

  KafkaBroker(Installation installation, Secrets secrets, KafkaAccess access) {
    this.installation = installation;
    this.secrets = secrets;
    this.access = access;
  }

  /// How the broker is started, its directory formatted at the first start.
  Launch launch() throws IOException, InterruptedException {
    Path directory = installation.directory(NAME);
    Path settings = directory.resolve("server.properties");
    PrivateFile.write(settings, settings(directory));
    if (!Files.exists(directory.resolve("data/meta.properties"))) {
      format(directory, settings);
    }
    return new Launch(
        NAME,
        List.of(installation.port(Slot.KAFKA), installation.port(Slot.KAFKA_CONTROLLER)),
        Java.computing(512, List.of("-cp", classPath(), "kafka.Kafka", settings.toString())),
        Map.of(),
        directory,
        this::ready);
  }

  private boolean ready() throws Exception {
    try (var _ = new Socket(InetAddress.getLoopbackAddress(), installation.port(Slot.KAFKA));
        var admin = Admin.create(access.impatient())) {
      return !admin.describeCluster().nodes().get().isEmpty();
    }
  }

  private void format(Path directory, Path settings) throws IOException, InterruptedException {
    var command =
        Java.small(
            256,
            List.of(
                "-cp",
                classPath(),
                "kafka.tools.StorageTool",
                "format",
                "--config",
                settings.toString(),
                "--cluster-id",
                "VigieVigieVigieVigieQQ"));
    var log = installation.log(NAME + "-format");
    Child.run(Child.of(command, directory, log), "Kafka's storage could not be formatted", log);
  }

  private String classPath() {
    Path logging = installation.home().resolve("devkit/src/main/platform/kafka");
    return logging + ":" + installation.parts().resolve("kafka") + "/*";
  }

  private String settings(Path directory) {
    String password = secrets.get("kafka." + KafkaAccess.PLATFORM);
    String plain =
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";"
            .formatted(KafkaAccess.PLATFORM, password);
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=SASL_PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        listener.security.protocol.map=SASL_PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
        controller.listener.names=CONTROLLER
        inter.broker.listener.name=SASL_PLAINTEXT
        sasl.enabled.mechanisms=PLAIN,SCRAM-SHA-512
        sasl.mechanism.inter.broker.protocol=PLAIN
        sasl.mechanism.controller.protocol=PLAIN
        listener.name.controller.sasl.enabled.mechanisms=PLAIN
        listener.name.sasl_plaintext.plain.sasl.jaas.config=%3$s
        listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
        listener.name.controller.plain.sasl.jaas.config=%3$s
        authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
        allow.everyone.if.no.acl.found=false
        super.users=User:%4$s
        log.dirs=%5$s
        default.replication.factor=1
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=4
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=4
        group.initial.rebalance.delay.ms=0
        """
            .formatted(
                installation.port(Slot.KAFKA),
                installation.port(Slot.KAFKA_CONTROLLER),
                plain,
                KafkaAccess.PLATFORM,
                directory.resolve("data"))
        + COUNTED_ON;
  }
}
