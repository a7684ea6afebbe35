package org.vigie.ingestion.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.vigie.ingestion.LogInMemory;
import org.vigie.ingestion.ServiceResources;
import org.vigie.ingestion.delivery.Hash;
import org.vigie.ingestion.delivery.Source;
import org.vigie.ingestion.journal.PushLog;
import org.vigie.ingestion.journal.PushLog.Claim;
import org.vigie.ingestion.journal.PushLog.Push;
import org.vigie.ingestion.journal.PushLog.Standing;
import org.vigie.ingestion.push.PushPlan.Publish;
import org.vigie.schemas.Fact;
import org.vigie.schemas.Facts;
import org.vigie.schemas.SourceRecord;

/// A push that is interrupted at each place of its way and comes again, on a real database.
@QuarkusTest
@WithTestResource(OidcWiremockTestResource.class)
@WithTestResource(ServiceResources.class)
class PushPublisherTest {

  private static final Instant FIRST = Instant.parse("2020-08-01T10:00:00Z");
  private static final Instant LATER = FIRST.plusSeconds(60);

  @Inject LogInMemory log;
  @Inject PushLog pushes;
  @Inject EntityManager database;

  // A key of its own for each test: the log and the tables are shared.
  private final String id = Hash.ofKey("client", UUID.randomUUID().toString());
  private final String delivery = Hash.ofPush(id, FIRST);

  @Test
  void aClaimOfWhichNothingWasPublishedIsPublishedAsItWasClaimed() {
    pushes.claim(List.of(push("1", FIRST).push()));

    try (var restarted = publisher()) {
      assertThat(publish(restarted, push("1", LATER)))
          .satisfies(
              claim -> {
                assertThat(claim.standing()).isEqualTo(Standing.UNPUBLISHED);
                assertThat(claim.push().knownAt()).isEqualTo(FIRST);
              });
      assertThat(events()).isEmpty();
      assertThat(publish(restarted, push("1", FIRST)).standing()).isEqualTo(Standing.COMMITTED);
    }
    assertThat(knownAts()).containsExactly(FIRST);
  }

  @Test
  void whatWasNotCommittedIsPublishedOnceUnderItsClaim() {
    try (var publisher = publisher()) {
      log.failAtCommit(0);
      assertThatThrownBy(() -> publish(publisher, push("1", FIRST)))
          .isInstanceOf(KafkaException.class);
      var claimed = pushes.claim(List.of(push("1", LATER).push())).getFirst();
      assertThat(claimed.standing()).isEqualTo(Standing.OPEN);

      assertThat(publish(publisher, push("1", FIRST)).standing()).isEqualTo(Standing.COMMITTED);
      assertThat(events())
          .singleElement()
          .satisfies(event -> assertThat(event.getIngestedAt()).isEqualTo(claimed.ingestedAt()));
    }
  }

  @Test
  void aCommitWithoutAnAnswerIsFoundOnTheLog() {
    try (var publisher = publisher()) {
      log.loseAnswerOfCommit(0);
      assertThatThrownBy(() -> publish(publisher, push("1", FIRST)))
          .isInstanceOf(KafkaException.class);
      isAnsweredAsFirst(publish(publisher, push("1", LATER)));
    }
    assertThat(knownAts()).containsExactly(FIRST);
  }

  @Test
  void aMarkThatTheDatabaseLostIsFoundOnTheLogWhileTheWriterLives() {
    try (var publisher = publisher()) {
      publish(publisher, push("1", FIRST));
      loseMark();
      isAnsweredAsFirst(publish(publisher, push("1", LATER)));
    }
    assertThat(knownAts()).containsExactly(FIRST);
    assertThat(pushes.open()).extracting(claim -> claim.push().id()).doesNotContain(id);
  }

  @Test
  void aMarkThatTheDatabaseLostIsFoundOnTheLogByTheNextWriter() {
    try (var publisher = publisher()) {
      publish(publisher, push("1", FIRST));
    }
    loseMark();
    try (var restarted = publisher()) {
      restarted.open();
      assertThat(pushes.open()).extracting(claim -> claim.push().id()).doesNotContain(id);
      isAnsweredAsFirst(publish(restarted, push("1", LATER)));
    }
    assertThat(knownAts()).containsExactly(FIRST);
  }

  @Test
  void aReadingBeginsAtTheInstantOfTheOldestClaimWhateverTheClocksSay() {
    try (var publisher = publisher()) {
      publish(publisher, push("1", FIRST));
    }
    loseMark();
    var claim = pushes.claim(List.of(push("1", LATER).push())).getFirst();
    try (var restarted = publisher()) {
      restarted.open();
    }
    var instant = claim.ingestedAt().truncatedTo(ChronoUnit.MILLIS);
    assertThat(log.positionsReadSince()).isEqualTo(instant);
    assertThat(log.positionTimestamps(delivery)).containsExactly(instant.toEpochMilli());
  }

  @Test
  void anotherBodyUnderAClaimThatIsNotPublishedIsNotPublished() {
    pushes.claim(List.of(push("1", FIRST).push()));
    try (var restarted = publisher()) {
      var claim = publish(restarted, push("2", FIRST));
      assertThat(claim.push().saysAs(push("2", FIRST).push())).isFalse();
    }
    assertThat(events()).isEmpty();
  }

  @Test
  void aKeyThatComesTwiceInAGroupIsPublishedOnce() {
    try (var publisher = publisher()) {
      assertThat(publisher.publish(List.of(push("1", FIRST), push("1", LATER))))
          .allSatisfy(this::isAnsweredAsFirst);
    }
    assertThat(knownAts()).containsExactly(FIRST);
  }

  private void isAnsweredAsFirst(Claim claim) {
    assertThat(claim.standing()).isEqualTo(Standing.COMMITTED);
    assertThat(claim.push().knownAt()).isEqualTo(FIRST);
  }

  private PushPublisher publisher() {
    return new PushPublisher(log, pushes);
  }

  private static Claim publish(PushPublisher publisher, PreparedPush push) {
    return publisher.publish(List.of(push)).getFirst();
  }

  private PreparedPush push(String due, Instant at) {
    var body =
        "[{\"siret\":\"00790100200019\",\"periode\":1022,\"enc_direct\":4,\"cotis_due\":"
            + due
            + "}]";
    var reader = new PushReader(PushBody.of(body.getBytes(StandardCharsets.UTF_8)));
    var planner =
        new PushPlanner(Source.COTISATION, Hash.ofPush(id, at), new PushInstant(at, true));
    var plan = (Publish) planner.plan(reader);
    return new PreparedPush(
        new Push(id, Hash.ofPush(id, at), Source.COTISATION, body, 1, at, at, "the answer"),
        "client",
        plan.records());
  }

  private void loseMark() {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .createNativeQuery("update push set state = 'open' where id = :id")
                    .setParameter("id", id)
                    .executeUpdate());
  }

  private List<SourceRecord> events() {
    return log.sourceRecords().stream().filter(r -> r.getDelivery().equals(delivery)).toList();
  }

  private List<Instant> knownAts() {
    return events().stream()
        .flatMap(event -> ((Facts) event.getBody()).getFacts().stream())
        .map(Fact::getKnownAt)
        .toList();
  }
}
