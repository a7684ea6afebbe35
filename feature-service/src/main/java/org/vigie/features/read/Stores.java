package org.vigie.features.read;

import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/// The stores of the stream, to be read from beside it.
interface Stores {

  /// The store of one partition.
  ///
  /// @throws InvalidStateStoreException while the stream starts or moves
  <V> ReadOnlyKeyValueStore<String, V> ofPartition(String name, int partition);

  /// The store that every instance holds whole.
  ///
  /// @throws InvalidStateStoreException while the stream starts or moves
  <V> ReadOnlyKeyValueStore<String, V> global(String name);
}
