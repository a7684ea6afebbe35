package org.vigie.alerts.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.EmbeddedDatabase;
import org.vigie.alerts.Samples;
import org.vigie.alerts.Wire;
import org.vigie.alerts.consume.Reading;
import org.vigie.alerts.consume.ScoreBatch;
import org.vigie.alerts.consume.ScoreBatch.Item;
import org.vigie.alerts.consume.ScoreBatch.Move;
import org.vigie.alerts.consume.ScoreReader;
import org.vigie.alerts.record.Outgoing.BarrierMark;
import org.vigie.alerts.record.Outgoing.Message;
import org.vigie.alerts.subscribe.Subscription;
import org.vigie.alerts.subscribe.SubscriptionRows;
import org.vigie.schemas.Abstained;
import org.vigie.schemas.AbstentionReason;
import org.vigie.schemas.AlertEvent;
import org.vigie.schemas.AlertState;
import org.vigie.schemas.AvroBinary;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.Partitions;
import org.vigie.schemas.Rejection;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.Topic;
import org.vigie.schemas.Topics;
import org.vigie.schemas.events.Control.BarrierPassed;
import org.vigie.schemas.events.Control.DayOver;

class RecorderTest {

  private static final int PARTITION = Partitions.of(Samples.SIREN);
  private static final int ELSEWHERE = (PARTITION + 1) % Topics.PARTITIONS;
  private static final String ID = Subscription.idOf("dreets-hdf", "veille");
  private static final AvroBinary<AlertEvent> ALERTS = new AvroBinary<>(AlertEvent.class);

  private final Set<Integer> woken = new HashSet<>();
  private DataSource database = EmbeddedDatabase.fresh("recorder");
  private Recorder recorder = recorder();

  @BeforeEach
  void aSubscriptionFromTheStart() throws SQLException {
    execute("INSERT INTO subscription VALUES ('" + ID + "', 'dreets-hdf', 'veille')");
    execute(
        "INSERT INTO subscription_version VALUES ('"
            + ID
            + "', 1, 18, 'MODERE', NULL, '{}', '{score,urssaf}', '{FR}',"
            + " array_fill(0::bigint, ARRAY[12]), false)");
  }

  @Test
  void theMigrationKnowsAsManyPartitionsAsTheTopics() {
    assertThat(recorder.positions()).hasSize(Topics.PARTITIONS);
  }

  @Test
  void aCrossingIsRecordedWithItsMessageAndThePosition() throws SQLException {
    assertThat(recorder.record(batch(0, 1, score(0, "2026-02-01", 0.4, null)))).isTrue();

    assertThat(count("alert")).isEqualTo(1);
    assertThat(recorder.positions()).containsEntry(PARTITION, 1L);
    assertThat(woken).containsExactly(PARTITION);
    assertThat(outbox())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.offset()).isZero();
              assertThat(row.rank()).isZero();
              var message = (Message) row.content();
              assertThat(message.topic()).isEqualTo("alerts.dreets-hdf");
              assertThat(message.key()).startsWith(Samples.SIREN + "/").endsWith("/1");
              assertThat(ALERTS.read(message.value()).getState()).isEqualTo(AlertState.NOUVELLE);
            });
  }

  @Test
  void anAdministrationWithoutASchemaOfItsOwnStopsNobodysAlerts() throws SQLException {
    subscribeAlso("urssaf-idf");

    assertThat(recorder.record(batch(0, 1, score(0, "2026-02-01", 0.4, null)))).isTrue();

    assertThat(outbox())
        .extracting(row -> ((Message) row.content()).topic())
        .containsExactlyInAnyOrder("alerts.dreets-hdf", "alerts.urssaf-idf");
  }

  @Test
  void aMessageIsACloudEventDatedByTheLogAndPartitionedByTheSiren() {
    recorder.record(batch(0, 1, score(0, "2026-02-01", 0.4, null)));

    var message = (Message) outbox().getFirst().content();
    assertThat(message.headers())
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_type", "org.vigie.alert.nouvelle")
        .containsEntry("ce_source", "/vigie/alert-service")
        .containsEntry("ce_subject", Samples.SIREN)
        .containsEntry("ce_time", "2026-02-01T00:00:00+01:00")
        .containsEntry("ce_id", ALERTS.read(message.value()).getId())
        .containsEntry("content-type", "application/avro")
        .hasSize(7);
    assertThat(message.partition()).isBetween(0, Topics.PARTITIONS - 1);
  }

  @Test
  void aCloseNamesItsReasonInItsCloudEventAndInItsDocument() throws SQLException {
    var procedure = new Abstained(AbstentionReason.PROCEDURE_OUVERTE);
    recorder.record(
        batch(
            0,
            2,
            score(0, "2026-02-01", 0.4, null),
            item(1, Samples.score(Samples.SIREN, "2026-03-01", procedure, Samples.scored(0.4)))));

    assertThat(((Message) outbox().getFirst().content()).headers())
        .doesNotContainKey("ce_closereason");
    assertThat(((Message) outbox().getLast().content()).headers())
        .containsEntry("ce_type", "org.vigie.alert.close")
        .containsEntry("ce_closereason", "procedure_ouverte");
    assertThat(text("SELECT document FROM alert ORDER BY crossing DESC LIMIT 1"))
        .contains("\"state\":\"close\",\"closeReason\":\"procédure ouverte\"");
    assertThat(text("SELECT document FROM alert ORDER BY crossing LIMIT 1"))
        .contains("\"closeReason\":null");
  }

  @Test
  void aSubscriptionThatChangesBetweenTwoBatchesDecidesTheSecond() throws SQLException {
    recorder.record(batch(0, 1, score(0, "2026-01-01", 0.02, null)));
    execute("UPDATE subscription_version SET ended = true");
    recorder.record(batch(1, 2, score(1, "2026-02-01", 0.4, 0.02)));
    assertThat(count("alert")).isZero();

    execute("UPDATE subscription_version SET ended = false");
    recorder.record(batch(2, 3, score(2, "2026-03-01", 0.4, 0.02)));
    assertThat(count("alert")).isEqualTo(1);
  }

  @Test
  void theBookIsReadAgainOnlyWhenASubscriptionHasChanged() throws SQLException {
    try (var connection = database.getConnection()) {
      var rows = new SubscriptionRows();
      var first = rows.read(connection);

      assertThat(rows.read(connection)).isSameAs(first);
      execute("UPDATE subscription_version SET level = 'ELEVE'");
      assertThat(rows.read(connection)).isNotSameAs(first);
    }
  }

  @Test
  void aZombieChangesNoRow() throws SQLException {
    recorder.record(batch(0, 1, score(0, "2026-02-01", 0.4, null)));
    woken.clear();

    assertThat(recorder.record(batch(0, 2, score(0, "2026-02-01", 0.4, null)))).isFalse();

    assertThat(count("alert")).isEqualTo(1);
    assertThat(count("outbox")).isEqualTo(1);
    assertThat(recorder.positions()).containsEntry(PARTITION, 1L);
    assertThat(woken).isEmpty();
  }

  @Test
  void aBatchThatFailsHalfWayLeavesNothing() throws SQLException {
    execute("ALTER TABLE outbox ADD CONSTRAINT closed CHECK (rank < 0)");

    try {
      recorder.record(batch(0, 1, score(0, "2026-02-01", 0.4, null)));
    } catch (IllegalStateException e) {
      assertThat(e).hasRootCauseInstanceOf(SQLException.class);
    }

    assertThat(count("alert")).isZero();
    assertThat(count("standing")).isZero();
    assertThat(recorder.positions()).containsEntry(PARTITION, 0L);
  }

  @Test
  void readingTheLogAgainTellsTheSameAlerts() throws SQLException {
    var log =
        List.of(
            score(0, "2026-01-01", 0.02, null),
            score(1, "2026-02-01", 0.15, 0.02),
            score(2, "2026-03-01", 0.35, 0.15),
            score(3, "2026-04-01", 0.01, 0.35),
            score(4, "2026-05-01", 0.20, 0.01),
            day(5, "2026-09-30"),
            score(6, "2026-10-21", 0.21, 0.20));
    recorder.record(batch(0, 7, log.toArray(Item[]::new)));
    var inOneBatch = told();

    database = EmbeddedDatabase.fresh("recorder");
    recorder = recorder();
    aSubscriptionFromTheStart();
    for (int offset = 0; offset < log.size(); offset++) {
      recorder.record(batch(offset, offset + 1, log.get(offset)));
    }

    assertThat(told()).isEqualTo(inOneBatch);
    assertThat(inOneBatch)
        .extracting(line -> line.substring(line.indexOf(' ') + 1))
        .containsExactly("NOUVELLE", "AGGRAVATION", "CLOSE", "RECHUTE");
  }

  @Test
  void whatTheMuteHeldBackLeavesWhenItsDayIsClosed() {
    recorder.record(
        batch(
            0,
            3,
            score(0, "2026-02-01", 0.15, 0.02),
            score(1, "2026-03-01", 0.02, 0.15),
            score(2, "2026-05-01", 0.16, 0.02)));
    recorder.record(batch(3, 5, day(3, "2026-08-30"), day(4, "2026-08-31")));

    assertThat(outbox()).extracting(OutboxRow::offset).containsExactly(0L, 1L, 4L);
    assertThat(ALERTS.read(((Message) outbox().getLast().content()).value()).getAsOf())
        .isEqualTo("2026-09-01");
  }

  @Test
  void aScoreHeldBackThatCanNoLongerBeReadStopsNothing() throws SQLException {
    recorder.record(
        batch(
            0,
            3,
            score(0, "2026-02-01", 0.15, 0.02),
            score(1, "2026-03-01", 0.02, 0.15),
            score(2, "2026-05-01", 0.16, 0.02)));
    execute("UPDATE standing SET held_score = '\\x0000'");

    assertThat(recorder.record(batch(3, 4, day(3, "2026-08-31")))).isTrue();
    recorder.record(batch(4, 5, score(4, "2026-09-05", 0.17, 0.16)));

    assertThat(told()).hasSize(3).last().asString().endsWith("RECHUTE");
  }

  @Test
  void aDayReleasesOnlyWhatItsOwnPartitionHolds() {
    recorder.record(
        batch(
            0,
            3,
            score(0, "2026-02-01", 0.15, 0.02),
            score(1, "2026-03-01", 0.02, 0.15),
            score(2, "2026-05-01", 0.16, 0.02)));
    var elsewhere =
        new Item(ELSEWHERE, 0, new Reading.Passed(new DayOver(LocalDate.parse("2026-12-31"))));
    recorder.record(new ScoreBatch(List.of(elsewhere), Map.of(ELSEWHERE, new Move(0, 1))));

    assertThat(new OutboxTable(database).ofPartition(ELSEWHERE).next(100)).isEmpty();
  }

  @Test
  void aCompanyThatNeverComesNearAThresholdHasNoRow() throws SQLException {
    recorder.record(
        batch(0, 2, score(0, "2026-02-01", 0.02, null), score(1, "2026-03-01", 0.03, 0.02)));

    assertThat(count("standing")).isZero();
  }

  @Test
  void aRefusedRecordGoesToRejectionsAndTheNextIsDecided() {
    var noise = "noise".getBytes(StandardCharsets.UTF_8);
    var refused = new Item(PARTITION, 0, new Reading.Refused("not a ScoreRecord", noise));
    recorder.record(batch(0, 2, refused, score(1, "2026-02-01", 0.4, null)));

    var rejection = (Message) outbox().getFirst().content();
    assertThat(rejection.topic()).isEqualTo("rejections");
    assertThat(rejection.partition()).isNull();
    assertThat(new AvroBinary<>(Rejection.class).read(rejection.value()))
        .satisfies(
            record -> {
              assertThat(record.getOrigin()).isEqualTo("company-scores/" + PARTITION);
              assertThat(record.getLine()).isZero();
              assertThat(record.getReason()).isEqualTo("not a ScoreRecord");
            });
    assertThat(outbox()).hasSize(2);
  }

  @Test
  void aBarrierWaitsBehindTheAlertsBeforeItAndPassesWithThem() throws SQLException {
    var barrier = new Item(PARTITION, 1, new Reading.Passed(new BarrierPassed("b1")));
    recorder.record(batch(0, 2, score(0, "2026-02-01", 0.4, null), barrier));

    assertThat(outbox().getLast().content()).isEqualTo(new BarrierMark("b1"));
    var outbox = new OutboxTable(database).ofPartition(PARTITION);
    outbox.finish(1);
    assertThat(count("barrier_passed")).isZero();
    outbox.finish(2);
    outbox.finish(2);
    assertThat(count("barrier_passed")).isEqualTo(1);
    assertThat(count("outbox")).isZero();
  }

  @Test
  void theOutboxGivesWholeInputRecords() throws SQLException {
    subscribeAlso("urssaf-idf");
    recorder.record(
        batch(0, 2, score(0, "2026-02-01", 0.15, null), score(1, "2026-03-01", 0.4, 0.15)));

    assertThat(new OutboxTable(database).ofPartition(PARTITION).next(1))
        .extracting(OutboxRow::offset, OutboxRow::rank)
        .containsExactly(tuple(0L, 0), tuple(0L, 1));
  }

  private void subscribeAlso(String administration) throws SQLException {
    var id = Subscription.idOf(administration, "veille");
    execute("INSERT INTO subscription VALUES ('%s', '%s', 'veille')".formatted(id, administration));
    execute(
        "INSERT INTO subscription_version SELECT '"
            + id
            + "', version, horizon, level, threshold, departements, rights, zones, starts, ended"
            + " FROM subscription_version");
  }

  private Recorder recorder() {
    return new Recorder(
        database,
        new ScoreReader(Wire.deserializer(ScoreRecord.class)),
        new MessageWriter(registered(Topics.ALERTS), registered(Topics.REJECTIONS), Samples.LINKS),
        new ObjectMapper(),
        woken::addAll);
  }

  // As the registry's serializer does: it fails on a subject that is not registered.
  private static <V extends SpecificRecord> Serializer<V> registered(Topic<V> registered) {
    var binary = new AvroBinary<>(registered.value());
    return (topic, value) -> {
      if (!topic.equals(registered.name())) {
        throw new SerializationException("no artifact " + topic + "-value");
      }
      return binary.write(value);
    };
  }

  private List<String> told() {
    return outbox().stream()
        .map(row -> ALERTS.read(((Message) row.content()).value()))
        .map(alert -> alert.getId() + " " + alert.getState())
        .toList();
  }

  private List<OutboxRow> outbox() {
    return new OutboxTable(database).ofPartition(PARTITION).next(100);
  }

  private static ScoreBatch batch(long expected, long next, Item... items) {
    return new ScoreBatch(List.of(items), Map.of(PARTITION, new Move(expected, next)));
  }

  private static Item score(
      long offset, String day, double probability, @Nullable Double previous) {
    var score =
        Samples.score(
            Samples.SIREN,
            day,
            Samples.scored(probability),
            previous == null ? null : Samples.scored(previous));
    return item(offset, score);
  }

  private static Item item(long offset, CompanyScore score) {
    var reader = new ScoreReader(Wire.deserializer(ScoreRecord.class));
    return new Item(
        PARTITION,
        offset,
        reader.read(Wire.bytes(ScoreRecord.class, new ScoreRecord(score)), PARTITION));
  }

  private static Item day(long offset, String day) {
    return new Item(PARTITION, offset, new Reading.Passed(new DayOver(LocalDate.parse(day))));
  }

  private int count(String table) throws SQLException {
    try (var connection = database.getConnection();
        var rows = connection.createStatement().executeQuery("SELECT count(*) FROM " + table)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private String text(String query) throws SQLException {
    try (var connection = database.getConnection();
        var rows = connection.createStatement().executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void execute(String statement) throws SQLException {
    try (var connection = database.getConnection()) {
      connection.createStatement().execute(statement);
    }
  }
}
