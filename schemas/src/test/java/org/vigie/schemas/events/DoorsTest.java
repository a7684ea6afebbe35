package org.vigie.schemas.events;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.schemas.Abstained;
import org.vigie.schemas.AbstentionReason;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.Causes;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.Fact;
import org.vigie.schemas.Facts;
import org.vigie.schemas.FeatureRecord;
import org.vigie.schemas.Operation;
import org.vigie.schemas.ProcedureState;
import org.vigie.schemas.Profile;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.SourceRecord;
import org.vigie.schemas.Thresholds;
import org.vigie.schemas.access.Section;
import org.vigie.schemas.events.SourceEvent.FactsOfCompany;
import org.vigie.schemas.events.SourceEvent.StatedFact;

/// A union of the schemas and the cases behind its door are the same set. Whoever adds a record to
/// a union is stopped here; the case that makes these tests pass stops the compiler everywhere
/// else.
class DoorsTest {

  /// A union of the schemas, and what stands for it behind the door.
  enum Union {
    SOURCE_RECORD(SourceRecord.getClassSchema(), "body", SourceEvent.class),
    FACT(Fact.getClassSchema(), "body", FactBody.class),
    FEATURE_RECORD(FeatureRecord.getClassSchema(), "body", FeatureEvent.class),
    SCORE_RECORD(ScoreRecord.getClassSchema(), "body", ScoreEvent.class),
    OUTCOME(CompanyScore.getClassSchema(), "outcome", ScoreOutcome.class),
    PREVIOUS(CompanyScore.getClassSchema(), "previous", ScoreOutcome.class);

    private final Schema schema;
    private final Class<?> cases;

    Union(Schema record, String field, Class<?> cases) {
      this.schema = record.getField(field).schema();
      this.cases = cases;
    }

    List<SpecificRecord> branches() {
      return schema.getTypes().stream()
          .filter(branch -> branch.getType() != Schema.Type.NULL)
          .map(Sample::of)
          .toList();
    }

    Set<Class<?>> cases() {
      return leaves(cases).collect(toSet());
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
      return type.isSealed()
          ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Union::leaves)
          : Stream.of(type);
    }

    /// The case behind the door.
    @SuppressWarnings("NullAway") // Avro takes null where the schema says so.
    @Nullable Object open(@Nullable Object body) {
      return switch (this) {
        case SOURCE_RECORD -> SourceDoor.open(source(body));
        case FACT -> stated(body).body();
        case FEATURE_RECORD -> FeatureDoor.open(new FeatureRecord(body));
        case SCORE_RECORD -> ScoreDoor.open(new ScoreRecord(body));
        case OUTCOME -> ScoreDoor.open(score(body, null)).outcome();
        case PREVIOUS -> ScoreDoor.open(score(abstained(), body)).previous();
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyBranchOfAUnionHasACaseAndEveryCaseABranch(Union union) {
    var opened = union.branches().stream().map(union::open).map(Object::getClass).collect(toSet());

    assertThat(opened)
        .as("cases of %s", union.cases.getSimpleName())
        .isEqualTo(union.cases())
        .hasSameSizeAs(union.branches());
  }

  @ParameterizedTest
  @EnumSource
  void aCaseSaysWhatItsBranchSays(Union union) {
    for (var branch : union.branches()) {
      assertThat(body(Objects.requireNonNull(union.open(branch)))).isEqualTo(branch);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBodyOfAKindThatIsNotKnownIsRefusedByName(Union union) {
    var later = new Thresholds(0.5, 0.8);

    assertThatThrownBy(() -> union.open(later))
        .isInstanceOf(UnknownBody.class)
        .hasMessageMatching("this release cannot read a (record|fact|score) whose body is a .*")
        .hasMessageEndingWith("Thresholds");
  }

  @Test
  void aWithdrawnFactHasNoBodyAndAFirstScoreNoPrevious() {
    assertThat(Union.FACT.open(null)).isNull();
    assertThat(Union.PREVIOUS.open(null)).isNull();
  }

  @Test
  void aRecordOfFactsKeepsWhatCameWithThem() {
    var record = source(new Facts(List.of(fact(null), fact(null))));

    assertThat(SourceDoor.open(record))
        .isEqualTo(
            new FactsOfCompany(
                record,
                List.of(new StatedFact(fact(null), null), new StatedFact(fact(null), null))));
  }

  @Test
  void everySourceHasACaseAndASection() {
    var sources =
        Union.FACT.branches().stream()
            .map(branch -> (FactBody) Objects.requireNonNull(Union.FACT.open(branch)))
            .map(FactBody::source)
            .toList();

    assertThat(sources).containsExactlyInAnyOrder(FactSource.values());
    assertThat(FactSource.values()).allMatch(source -> Section.isSource(source.text()));
  }

  @Test
  void controlRecordsAreWrittenAsTheyWereRead() {
    var day = new DayClosed(LocalDate.of(2026, 7, 31));

    assertThat(FeatureDoor.open(new FeatureRecord(day)).featureRecord())
        .isEqualTo(new FeatureRecord(day));
    assertThat(ScoreDoor.open(new ScoreRecord(new Barrier("b-1"))).scoreRecord())
        .isEqualTo(new ScoreRecord(new Barrier("b-1")));
  }

  private static SpecificRecord body(Object event) {
    return switch (event) {
      case SourceEvent read -> read.body();
      case FeatureEvent read -> read.body();
      case ScoreEvent read -> read.body();
      case FactBody read -> read.record();
      case ScoreOutcome read -> read.record();
      default -> throw new AssertionError("no case of a door: " + event);
    };
  }

  private static StatedFact stated(@Nullable Object body) {
    var facts = (FactsOfCompany) SourceDoor.open(source(new Facts(List.of(fact(body)))));
    return facts.facts().getFirst();
  }

  @SuppressWarnings("NullAway") // Avro takes null where the schema says so.
  private static SourceRecord source(@Nullable Object body) {
    return new SourceRecord("552100554", "urssaf", "debit", "d-1", 0, Instant.EPOCH, false, body);
  }

  @SuppressWarnings("NullAway") // Avro takes null where the schema says so.
  private static Fact fact(@Nullable Object body) {
    return new Fact("id", "key", LocalDate.EPOCH, Instant.EPOCH, 2L, Operation.RECORD, body, false);
  }

  @SuppressWarnings("NullAway") // Avro takes null where the schema says so.
  private static CompanyScore score(@Nullable Object outcome, @Nullable Object previous) {
    var profile =
        new Profile(null, List.of(), null, null, null, null, null, ProcedureState.IN_BONIS, false);
    var none = new Causes(List.of(), 0);
    return new CompanyScore(
        "552100554", LocalDate.EPOCH, null, outcome, previous, false, profile, none);
  }

  private static Abstained abstained() {
    return new Abstained(AbstentionReason.CESSEE);
  }
}
