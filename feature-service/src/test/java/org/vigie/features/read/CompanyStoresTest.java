package org.vigie.features.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.features.LogBuilder.COMPTE;
import static org.vigie.features.LogBuilder.SIREN;
import static org.vigie.features.LogBuilder.SIRET;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.features.LogBuilder;
import org.vigie.features.TopologyUnderTest;
import org.vigie.features.facts.HeadcountCell;
import org.vigie.features.state.StateStores;
import org.vigie.features.stream.ScoreKeeping;
import org.vigie.schemas.ScoreRecord;

/// Reading beside the stream that writes.
class CompanyStoresTest {

  private static final int READERS = 4;
  private static final int RECORDS = 400;
  private static final int MONTHS = 60;

  /// The stores, looked up before any thread reads.
  private record Opened(Map<String, ReadOnlyKeyValueStore<String, Object>> byName)
      implements Stores {

    static Opened of(TopologyUnderTest topology) {
      return new Opened(
          Stream.of(
                  StateStores.COMPANIES, StateStores.FACTS, StateStores.CLOCK, ScoreKeeping.SCORES)
              .collect(Collectors.toMap(Function.identity(), topology::store)));
    }

    @Override
    @SuppressWarnings("unchecked") // who asks knows what its store holds
    public <V> ReadOnlyKeyValueStore<String, V> ofPartition(String name, int partition) {
      return (ReadOnlyKeyValueStore<String, V>) Objects.requireNonNull(byName.get(name));
    }

    @Override
    public <V> ReadOnlyKeyValueStore<String, V> global(String name) {
      return ofPartition(name, 0);
    }
  }

  /// Each record says the same of all months: a reading that finds two headcounts has seen a part
  /// of a record.
  @Test
  void aReadingSeesNoPartOfARecord(@TempDir Path directory) {
    var written = new AtomicBoolean();
    try (var topology = new TopologyUnderTest(directory);
        var threads = Executors.newFixedThreadPool(READERS)) {
      send(topology, 0);
      var stores =
          new CompanyStores(
              Opened.of(topology),
              topology.locks(),
              TopologyUnderTest.behindHeader(ScoreRecord.class));
      var mixed =
          IntStream.range(0, READERS)
              .mapToObj(_ -> threads.submit(() -> mixedReadings(stores, written)))
              .toList();
      IntStream.rangeClosed(1, RECORDS).forEach(i -> send(topology, i));
      written.set(true);

      assertThat(mixed).extracting(CompanyStoresTest::result).containsOnly(0);
      assertThat(headcounts(stores)).containsExactly(RECORDS);
    } finally {
      written.set(true);
    }
  }

  private static void send(TopologyUnderTest topology, int headcount) {
    var delivery = new LogBuilder(LocalDate.parse("2026-03-10"), headcount);
    var months = new Integer[MONTHS];
    Arrays.fill(months, headcount);
    topology.send(delivery.record("effectif", delivery.effectif(SIRET, COMPTE, "2021-01", months)));
  }

  private static int mixedReadings(CompanyStores stores, AtomicBoolean written) {
    var mixed = 0;
    do {
      mixed += headcounts(stores).size() == 1 ? 0 : 1;
    } while (!written.get());
    return mixed;
  }

  private static List<Integer> headcounts(CompanyStores stores) {
    return stores.find(SIREN).orElseThrow().facts().entries().stream()
        .map(entry -> entry.version().value())
        .filter(HeadcountCell.class::isInstance)
        .map(value -> ((HeadcountCell) value).headcount())
        .distinct()
        .toList();
  }

  private static int result(Future<Integer> mixed) {
    try {
      return mixed.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError("a reader failed", e);
    }
  }
}
