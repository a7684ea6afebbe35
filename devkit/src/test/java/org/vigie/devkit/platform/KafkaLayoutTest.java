package org.vigie.devkit.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class KafkaLayoutTest {

  private static final List<AclBinding> ACLS = KafkaLayout.acls(List.of("urssaf", "dgefp"));

  @Test
  void onlyIngestionWritesTheLog() {
    assertThat(ACLS)
        .filteredOn(topic("source-events").and(operation(AclOperation.WRITE)))
        .extracting(acl -> acl.entry().principal())
        .containsExactly("User:ingestion-service");
  }

  @Test
  void onlyIngestionReadsRejections() {
    assertThat(ACLS)
        .filteredOn(topic("rejections").and(operation(AclOperation.READ)))
        .extracting(acl -> acl.entry().principal())
        .containsExactly("User:ingestion-service");
  }

  @Test
  void anAdministrationReadsOneTopicAndWritesNone() {
    Predicate<AclBinding> urssaf = acl -> acl.entry().principal().equals("User:urssaf");
    assertThat(ACLS)
        .filteredOn(urssaf.and(acl -> acl.pattern().resourceType() == ResourceType.TOPIC))
        .allSatisfy(
            acl -> {
              assertThat(acl.pattern().name()).isEqualTo("alerts.urssaf");
              assertThat(acl.entry().operation()).isIn(AclOperation.READ, AclOperation.DESCRIBE);
            });
  }

  @Test
  void noAdministrationReachesTheGroupsOfAnotherWhoseIdBeginsLikeItsOwn() {
    assertThat(KafkaLayout.acls(List.of("bdf", "bdf-x")))
        .filteredOn(acl -> acl.entry().principal().equals("User:bdf"))
        .filteredOn(acl -> acl.pattern().resourceType() == ResourceType.GROUP)
        .noneMatch(
            acl ->
                acl.pattern().patternType().equals(PatternType.PREFIXED)
                    ? "bdf-x".startsWith(acl.pattern().name())
                    : acl.pattern().name().equals("bdf-x"))
        .isNotEmpty();
  }

  private static Predicate<AclBinding> topic(String name) {
    return acl -> acl.pattern().name().equals(name);
  }

  private static Predicate<AclBinding> operation(AclOperation operation) {
    return acl -> acl.entry().operation() == operation;
  }
}
