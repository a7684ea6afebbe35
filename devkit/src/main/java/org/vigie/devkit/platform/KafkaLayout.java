package org.vigie.devkit.platform;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.vigie.schemas.Topic;
import org.vigie.schemas.Topics;

/// Topics, principals and what each principal may do: the broker denies the rest.
final class KafkaLayout {

  // The smallest that SCRAM-SHA-512 allows: the secrets are random, not guessable words.
  private static final int SCRAM_ITERATIONS = 4096;

  private final KafkaAccess access;

  KafkaLayout(KafkaAccess access) {
    this.access = access;
  }

  /// Makes what is missing; what stands is left alone.
  void apply(Collection<String> administrations) throws ExecutionException, InterruptedException {
    try (var admin = Admin.create(access.platform())) {
      createTopics(admin, administrations);
      createPrincipals(admin, administrations);
      admin.createAcls(acls(administrations)).all().get();
    }
  }

  /// The rights of every principal.
  static List<AclBinding> acls(Collection<String> administrations) {
    var acls = new ArrayList<AclBinding>();
    var ingestion = new Grants(Service.INGESTION.id(), acls);
    ingestion.writes(Topics.SOURCE_EVENTS, Topics.DELIVERY_POSITIONS, Topics.REJECTIONS);
    ingestion.reads(Topics.SOURCE_EVENTS, Topics.DELIVERY_POSITIONS, Topics.REJECTIONS);
    ingestion.ownsItsPrefix();

    var features = new Grants(Service.FEATURE.id(), acls);
    features.reads(Topics.SOURCE_EVENTS, Topics.COMPANY_SCORES);
    features.writes(Topics.COMPANY_FEATURES, Topics.REJECTIONS);
    features.ownsItsPrefix();

    var scoring = new Grants(Service.SCORING.id(), acls);
    scoring.reads(Topics.COMPANY_FEATURES, Topics.COMPANY_SCORES);
    scoring.writes(Topics.COMPANY_SCORES, Topics.REJECTIONS);
    scoring.ownsItsPrefix();

    var alerts = new Grants(Service.ALERT.id(), acls);
    alerts.reads(Topics.COMPANY_SCORES);
    alerts.writes(Topics.REJECTIONS);
    alerts.allow(TOPIC, "alerts.", PREFIXED, WRITE, DESCRIBE);
    alerts.ownsItsPrefix();

    for (String administration : administrations) {
      var own = new Grants(administration, acls);
      own.reads(Topics.alerts(administration));
      own.allow(GROUP, administration, LITERAL, READ, DESCRIBE);
      // The full stop parts it from an administration whose id begins like this one's.
      own.allow(GROUP, administration + ".", PREFIXED, READ, DESCRIBE);
    }
    return acls;
  }

  private static void createTopics(Admin admin, Collection<String> administrations)
      throws ExecutionException, InterruptedException {
    Set<String> present = admin.listTopics().names().get();
    var wanted = new ArrayList<Topic<?>>(Topics.ALL);
    administrations.forEach(administration -> wanted.add(Topics.alerts(administration)));
    var missing =
        wanted.stream()
            .filter(topic -> !present.contains(topic.name()))
            .map(
                topic ->
                    new NewTopic(topic.name(), Topics.PARTITIONS, (short) 1)
                        .configs(topic.settings()))
            .toList();
    admin.createTopics(missing).all().get();
  }

  private void createPrincipals(Admin admin, Collection<String> administrations)
      throws ExecutionException, InterruptedException {
    Set<String> present = admin.describeUserScramCredentials().all().get().keySet();
    var wanted = new ArrayList<>(Service.ids());
    wanted.addAll(administrations);
    List<UserScramCredentialAlteration> missing = new ArrayList<>();
    for (String principal : wanted) {
      if (!present.contains(principal)) {
        missing.add(
            new UserScramCredentialUpsertion(
                principal,
                new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, SCRAM_ITERATIONS),
                access.password(principal)));
      }
    }
    if (!missing.isEmpty()) {
      admin.alterUserScramCredentials(missing).all().get();
    }
  }

  /// What one principal is allowed.
  private record Grants(String principal, List<AclBinding> acls) {

    void reads(Topic<?>... topics) {
      for (Topic<?> topic : topics) {
        allow(TOPIC, topic.name(), LITERAL, READ, DESCRIBE);
      }
    }

    void writes(Topic<?>... topics) {
      for (Topic<?> topic : topics) {
        allow(TOPIC, topic.name(), LITERAL, WRITE, DESCRIBE);
      }
    }

    /// Groups, transactions and internal topics that start with the principal's own name.
    void ownsItsPrefix() {
      allow(GROUP, principal, PREFIXED, READ, DESCRIBE);
      allow(TRANSACTIONAL_ID, principal, PREFIXED, WRITE, DESCRIBE);
      allow(TOPIC, principal, PREFIXED, CREATE, READ, WRITE, DELETE, DESCRIBE, DESCRIBE_CONFIGS);
    }

    void allow(ResourceType type, String name, PatternType pattern, AclOperation... operations) {
      for (AclOperation operation : operations) {
        acls.add(
            new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry(
                    "User:" + principal, "*", operation, AclPermissionType.ALLOW)));
      }
    }
  }
}
