package org.vigie.features.read;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.vigie.features.facts.FactVersion;
import org.vigie.features.state.CompanyLocks;
import org.vigie.features.state.FactStore;
import org.vigie.features.state.StateStores;
import org.vigie.features.state.records.CompanyStanding;
import org.vigie.features.state.records.PartitionClock;
import org.vigie.features.stream.ScoreKeeping;
import org.vigie.schemas.CompanyScore;
import org.vigie.schemas.Partitions;
import org.vigie.schemas.ScoreRecord;
import org.vigie.schemas.events.Control;
import org.vigie.schemas.events.RecordReader;
import org.vigie.schemas.events.RecordReader.Readable;
import org.vigie.schemas.events.RecordReader.Unreadable;
import org.vigie.schemas.events.ScoreDoor;
import org.vigie.schemas.events.ScoreEvent;
import org.vigie.schemas.events.ScoreEvent.ScoreOfCompany;

/// Looks companies up in the stores of the stream, each as it is between two of its updates.
@ApplicationScoped
class CompanyStores {

  private final Stores stores;
  private final CompanyLocks locks;
  private final RecordReader<ScoreEvent> scores;

  CompanyStores(Stores stores, CompanyLocks locks, Deserializer<ScoreRecord> scores) {
    this.stores = stores;
    this.locks = locks;
    this.scores = ScoreDoor.reader(scores);
  }

  /// The company; empty when no fact of it was ever taken.
  ///
  /// @throws org.apache.kafka.streams.errors.InvalidStateStoreException while the stream starts or
  ///     moves
  Optional<CompanyState> find(String siren) {
    var score = score(siren);
    return locks.read(siren, () -> read(siren, score));
  }

  private Optional<CompanyState> read(String siren, @Nullable CompanyScore score) {
    var partition = Partitions.of(siren);
    ReadOnlyKeyValueStore<String, CompanyStanding> companies =
        stores.ofPartition(StateStores.COMPANIES, partition);
    var standing = companies.get(siren);
    if (standing == null) {
      return Optional.empty();
    }
    ReadOnlyKeyValueStore<String, FactVersion> facts =
        stores.ofPartition(StateStores.FACTS, partition);
    ReadOnlyKeyValueStore<String, PartitionClock> clocks =
        stores.ofPartition(StateStores.CLOCK, partition);
    return Optional.of(
        new CompanyState(
            siren,
            FactStore.read(facts, siren),
            openDay(clocks.get(StateStores.CLOCK_KEY)),
            standing.getLatestKnown(),
            score != null && score.getEverInAlert(),
            score == null ? null : score.getAsOf()));
  }

  private static @Nullable LocalDate openDay(@Nullable PartitionClock clock) {
    return clock == null || clock.getClosedDay() == null ? null : clock.getClosedDay().plusDays(1);
  }

  /// The latest score; null when there is none, or none that this release can read.
  private @Nullable CompanyScore score(String siren) {
    var bytes = stores.<byte[]>global(ScoreKeeping.SCORES).get(siren);
    return switch (scores.read(bytes)) {
      case Readable<ScoreEvent>(ScoreOfCompany score) -> score.body();
      case Readable<ScoreEvent>(Control _) -> null;
      case Unreadable<ScoreEvent> _ -> null;
    };
  }
}
