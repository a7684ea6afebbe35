package org.vigie.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vigie.scoring.Vectors.IN_DEBT;
import static org.vigie.scoring.Vectors.SIREN;
import static org.vigie.scoring.Vectors.SOUND;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Abstained;
import org.vigie.schemas.AbstentionReason;
import org.vigie.schemas.AvroBinary;
import org.vigie.schemas.Barrier;
import org.vigie.schemas.CompanyFeatures;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.DayClosed;
import org.vigie.schemas.FeatureRecord;
import org.vigie.schemas.Level;
import org.vigie.schemas.ModelActivated;
import org.vigie.schemas.Profile;
import org.vigie.schemas.Rejection;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.Scored;
import org.vigie.schemas.Topics;
import org.vigie.scoring.stream.Output;
import org.vigie.scoring.stream.Steps;

class ScoringTopologyTest {

  private TopologyTestDriver driver;
  private TestInputTopic<String, byte[]> features;
  private TestOutputTopic<String, ScoreRecord> scores;
  private TestOutputTopic<String, Rejection> rejections;

  @BeforeEach
  void start() {
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "scoring-service");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, "target/streams");
    driver = new TopologyTestDriver(topology(), settings);
    features =
        driver.createInputTopic(
            Topics.COMPANY_FEATURES.name(), new StringSerializer(), new ByteArraySerializer());
    scores =
        driver.createOutputTopic(
            Topics.COMPANY_SCORES.name(),
            new StringDeserializer(),
            AvroBinary.serde(ScoreRecord.class).deserializer());
    rejections =
        driver.createOutputTopic(
            Topics.REJECTIONS.name(),
            new StringDeserializer(),
            AvroBinary.serde(Rejection.class).deserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void oneVectorGivesOneScore() {
    CompanyScore score = score(Vectors.of(IN_DEBT));

    assertThat(score.getSiren()).isEqualTo(SIREN);
    assertThat(score.getAsOf()).isEqualTo(Vectors.AS_OF);
    assertThat(score.getModel()).isEqualTo(Vectors.TINY);
    assertThat(score.getProfile().getDepartements()).containsExactly("59");
    assertThat(score.getCauses().getCount()).isEqualTo(1);
    assertThat(score.getPrevious()).isNull();
    assertThat(scores.isEmpty()).isTrue();
  }

  @Test
  void probabilitiesRiseWithTheHorizonAndTheThemesSumToTheLogOdds() {
    var scored = (Scored) score(Vectors.of(IN_DEBT)).getOutcome();

    assertThat(scored.getP12()).isLessThanOrEqualTo(scored.getP18());
    assertThat(scored.getP18()).isLessThanOrEqualTo(scored.getP24());
    assertThat(scored.getContributions())
        .extracting(Contribution::getTheme)
        .containsExactly("dette_urssaf", "effectif", "profil");
    double logOdds =
        scored.getIntercept()
            + scored.getContributions().stream().mapToDouble(Contribution::getValue).sum();
    assertThat(logOdds).isCloseTo(Math.log(scored.getP18() / (1 - scored.getP18())), within(1e-12));
  }

  @Test
  void theThresholdsOfTheModelGoWithTheScore() {
    var scored = (Scored) score(Vectors.of(IN_DEBT)).getOutcome();

    assertThat(scored.getThresholds()).hasSize(3);
    assertThat(scored.getLevel18()).isEqualTo(Level.ELEVE);
    assertThat(scored.getP18()).isGreaterThanOrEqualTo(scored.getThresholds().get(1).getEleve());
  }

  @Test
  void aScoreRemembersTheOneBefore() {
    CompanyScore first = score(Vectors.of(SOUND));
    CompanyScore second = score(Vectors.of(IN_DEBT));

    assertThat(second.getPrevious()).isEqualTo(first.getOutcome());
  }

  @Test
  void aCompanyOnceInAlertStaysSoWhateverComes() {
    assertThat(score(Vectors.of(SOUND)).getEverInAlert()).isFalse();
    assertThat(score(Vectors.of(IN_DEBT)).getEverInAlert()).isTrue();
    assertThat(score(Vectors.of(SOUND)).getEverInAlert()).isTrue();
    assertThat(score(Vectors.of(SOUND, one -> one.clearModel())).getEverInAlert()).isTrue();
  }

  @Test
  void aVectorIsScoredWithTheModelThatItNames() {
    assertThat(reason(score(Vectors.of(SOUND, one -> one.setModel("another")))))
        .isEqualTo(AbstentionReason.MODELE_INDISPONIBLE);
    assertThat(score(Vectors.of(SOUND)).getOutcome()).isInstanceOf(Scored.class);
  }

  @Test
  void whenTheNamedModelCannotBeHadTheOneThatServedGoesOn() {
    CompanyScore served = score(Vectors.of(IN_DEBT));
    CompanyScore next = score(Vectors.of(IN_DEBT, one -> one.setModel("misspelt")));

    assertThat(next.getOutcome()).isEqualTo(served.getOutcome());
    assertThat(next.getModel()).isEqualTo(Vectors.TINY);
  }

  @Test
  void whichModelServedIsKeptInTheState() {
    score(Vectors.of(SOUND));

    KeyValueStore<String, String> models = driver.getKeyValueStore(Steps.MODELS);
    assertThat(models.get("last-served")).isEqualTo(Vectors.TINY);
  }

  @Test
  void theModelThatServedDoesNotScoreAVectorOfAnotherCatalogue() {
    score(Vectors.of(SOUND));

    assertThat(reason(score(Vectors.of(SOUND, one -> one.setCatalogue("2-00000000")))))
        .isEqualTo(AbstentionReason.MODELE_INDISPONIBLE);
  }

  @Test
  void whatCannotBeReadIsRejectedWithItsPlaceAndTheStreamGoesOn() {
    byte[] noAvro = {0, 0, 0, 0, 1, 99};

    features.pipeInput("noise", noAvro);
    features.pipeInput("withdrawn", (byte[]) null);
    send(SIREN, Vectors.of(SOUND));

    assertThat(rejections.readValuesToList())
        .satisfiesExactly(
            refused -> {
              assertThat(refused.getDelivery()).isEqualTo("noise");
              assertThat(refused.getOrigin()).isEqualTo("company-features/0");
              assertThat(refused.getLine()).isZero();
              assertThat(refused.getReason()).startsWith("not a FeatureRecord");
              assertThat(refused.getRaw()).isEqualTo(ByteBuffer.wrap(noAvro));
            },
            refused -> {
              assertThat(refused.getLine()).isEqualTo(1);
              assertThat(refused.getReason()).startsWith("a tombstone");
            });
    assertThat(scores.readKeyValuesToList()).extracting(one -> one.key).containsExactly(SIREN);
  }

  @Test
  void aVectorOfTheWrongLengthIsRejectedWithThatReasonWhoeverItsCompanyIs() {
    send(SIREN, Vectors.of(List.of(75_000.0), one -> one.setProfile(outOfThePerimeter())));
    send(SIREN, Vectors.of(SOUND));

    assertThat(rejections.readValue().getReason())
        .isEqualTo("values: 1, but the catalogue 1-20d906b6 has 6 features");
    assertThat(scores.readKeyValuesToList()).hasSize(1);
  }

  @Test
  void aVectorInAnotherCompanysPartitionIsRejected() {
    send("552100554", Vectors.of(SOUND, one -> one.setSiren("552100554")));

    assertThat(rejections.readValue().getReason())
        .isEqualTo("siren: 552100554 belongs to partition 8, not to 0");
    assertThat(scores.isEmpty()).isTrue();
  }

  @Test
  void aVectorWithAnInfiniteValueOrACatalogueOfNoFormIsRejected() {
    send(SIREN, Vectors.of(List.of(75_000.0, 1 / 0.0, 0.0, 200.0, 390.0, 47.0)));
    send(SIREN, Vectors.of(SOUND, one -> one.setCatalogue("../1")));

    assertThat(rejections.readValuesToList())
        .extracting(Rejection::getReason)
        .containsExactly(
            "values[1]: Infinity is not finite", "catalogue: ../1 is no version of a catalogue");
  }

  @Test
  void controlRecordsPassThroughInPlace() {
    var day = new DayClosed(LocalDate.of(2026, 7, 30));
    var barrier = new Barrier("b-1");
    var activated = new ModelActivated(Vectors.TINY);

    send("control/model", activated);
    send(SIREN, Vectors.of(SOUND));
    send("control/day", day);
    send("control/barrier", barrier);

    List<KeyValue<String, ScoreRecord>> out = scores.readKeyValuesToList();
    assertThat(out)
        .extracting(record -> record.key)
        .containsExactly("control/model", SIREN, "control/day", "control/barrier");
    assertThat(out.get(0).value.getBody()).isEqualTo(activated);
    assertThat(out.get(2).value.getBody()).isEqualTo(day);
    assertThat(out.get(3).value.getBody()).isEqualTo(barrier);
  }

  @Test
  void everyRecordGoesToThePartitionFromWhichItCame() {
    var output = new Output.ToScores(new ScoreRecord(new Barrier("b-1")), 7);

    assertThat(
            ScoringTopology.samePartition()
                .partitions("company-scores", "control/barrier", output, 12))
        .hasValue(Set.of(7));
  }

  @Test
  void theSameVectorsGiveTheSameBytes() {
    var codec = new AvroBinary<>(CompanyScore.class);
    byte[] once = codec.write(score(Vectors.of(IN_DEBT)));
    stop();
    start();

    assertThat(codec.write(score(Vectors.of(IN_DEBT)))).isEqualTo(once);
  }

  @Test
  void theStreamIsDescribedAsApproved() {
    assertThat(topology().describe().toString())
        .isEqualTo(
            """
            Topologies:
               Sub-topology: 0
                Source: read-features (topics: [company-features])
                  --> score-company
                Processor: score-company (stores: [models, scores])
                  --> publish-rejections, publish-scores
                  <-- read-features
                Sink: publish-rejections (topic: rejections)
                  <-- score-company
                Sink: publish-scores (topic: company-scores)
                  <-- score-company

            """);
  }

  private static Topology topology() {
    return ScoringTopology.of(
        Wire.deserializer(FeatureRecord.class),
        AvroBinary.serde(ScoreRecord.class).serializer(),
        AvroBinary.serde(Rejection.class).serializer(),
        Bundles.shelf());
  }

  private void send(String key, Object body) {
    features.pipeInput(key, Wire.bytes(FeatureRecord.class, new FeatureRecord(body)));
  }

  private CompanyScore score(CompanyFeatures vector) {
    send(vector.getSiren(), vector);
    return (CompanyScore) scores.readValue().getBody();
  }

  private static Profile outOfThePerimeter() {
    return Vectors.profile(one -> one.clearHeadcountMax36());
  }

  private static AbstentionReason reason(CompanyScore score) {
    return ((Abstained) score.getOutcome()).getReason();
  }
}
