package org.vigie.kit.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/// One budget of memory for all RocksDB stores of the process: Streams' default is 50 MiB of cache
/// and 48 MiB of buffers for each store. The stream's configuration gives the three bounds, in
/// bytes; the first store that is opened fixes them for the process.
public final class BoundedMemory implements RocksDBConfigSetter {

  /// Blocks read, with their index and filters, and writes that have not reached the disk.
  private static final String CACHE_BYTES = "rocksdb.cache.bytes";

  /// Of these, what has not reached the disk yet.
  private static final String WRITE_BYTES = "rocksdb.write.bytes";

  /// The same for one store.
  private static final String WRITE_BYTES_OF_STORE = "rocksdb.write.bytes.of.store";

  /// Shared by all stores and outlives each of them.
  private record Budget(Cache cache, WriteBufferManager writes) {}

  private static @Nullable Budget budget;

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    var shared = budget(configs);
    var table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(shared.cache());
    table.setCacheIndexAndFilterBlocks(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(shared.writes());
    options.setWriteBufferSize(bytes(configs, WRITE_BYTES_OF_STORE));
  }

  private static synchronized Budget budget(Map<String, Object> configs) {
    if (budget == null) {
      var cache = new LRUCache(bytes(configs, CACHE_BYTES));
      budget = new Budget(cache, new WriteBufferManager(bytes(configs, WRITE_BYTES), cache));
    }
    return budget;
  }

  private static long bytes(Map<String, Object> configs, String name) {
    Object value = configs.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is not set: the stream's memory has no bound");
    }
    return Long.parseLong(value.toString());
  }

  /// The budget stays with the other stores.
  @Override
  public void close(String storeName, Options options) {}
}
