package org.vigie.features.stream;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/// Keeps the latest score of every company, as the topic holds it.
public final class ScoreKeeping implements Processor<String, byte[], Void, Void> {

  public static final String SCORES = "scores";

  @SuppressWarnings("NullAway.Init")
  private KeyValueStore<String, byte[]> scores;

  /// Filled from its topic at every start: it needs no changelog.
  public static StoreBuilder<KeyValueStore<String, byte[]>> store() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(SCORES), Serdes.String(), Serdes.ByteArray())
        .withLoggingDisabled();
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    this.scores = context.getStateStore(SCORES);
  }

  @Override
  public void process(Record<String, byte[]> score) {
    scores.put(score.key(), score.value());
  }
}
