package org.vigie.features.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.vigie.features.FeatureConfig;
import org.vigie.features.facts.FactVersion;
import org.vigie.features.state.FactStore;
import org.vigie.features.state.StateStores;
import org.vigie.features.state.records.CompanyStanding;
import org.vigie.features.state.records.PartitionClock;
import org.vigie.features.stream.ScoreKeeping;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.TopicSerde;
import org.vigie.schemas.Topics;

/// Looks companies up in the stores of the running stream, all of which are in this process.
@ApplicationScoped
class CompanyStores {

  private final KafkaStreams streams;
  private final Deserializer<ScoreRecord> scores;

  CompanyStores(KafkaStreams streams, FeatureConfig config) {
    this.streams = streams;
    this.scores = TopicSerde.deserializer(Topics.COMPANY_SCORES, config.registryUrl().toString());
  }

  /// The company; empty when no fact of it was ever taken.
  ///
  /// @throws org.apache.kafka.streams.errors.InvalidStateStoreException while the stream starts or
  ///     moves
  Optional<CompanyState> find(String siren) {
    var partition = partition(siren);
    ReadOnlyKeyValueStore<String, CompanyStanding> companies =
        store(StateStores.COMPANIES, partition);
    var standing = companies.get(siren);
    if (standing == null) {
      return Optional.empty();
    }
    ReadOnlyKeyValueStore<String, FactVersion> facts = store(StateStores.FACTS, partition);
    ReadOnlyKeyValueStore<String, PartitionClock> clocks = store(StateStores.CLOCK, partition);
    return Optional.of(
        new CompanyState(
            siren,
            FactStore.read(facts, siren),
            asOf(standing.getLatestKnown(), clocks.get(StateStores.CLOCK_KEY)),
            everInAlert(siren)));
  }

  private static LocalDate asOf(LocalDate latestKnown, @Nullable PartitionClock clock) {
    return clock == null
            || clock.getClosedDay() == null
            || clock.getClosedDay().isBefore(latestKnown)
        ? latestKnown
        : clock.getClosedDay().plusDays(1);
  }

  private boolean everInAlert(String siren) {
    var bytes =
        streams
            .store(
                StoreQueryParameters.fromNameAndType(
                    ScoreKeeping.SCORES, QueryableStoreTypes.<String, byte[]>keyValueStore()))
            .get(siren);
    return bytes != null
        && scores.deserialize(Topics.COMPANY_SCORES.name(), bytes).getBody()
            instanceof CompanyScore score
        && score.getEverInAlert();
  }

  private <V> ReadOnlyKeyValueStore<String, V> store(String name, int partition) {
    return streams.store(
        StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore())
            .withPartition(partition));
  }

  private static int partition(String siren) {
    return Utils.toPositive(Utils.murmur2(siren.getBytes(UTF_8))) % Topics.PARTITIONS;
  }
}
