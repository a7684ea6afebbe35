package org.vigie.scoring;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/// One budget of memory for the scores of all partitions: Streams' default is 50 MiB of cache and
/// 48 MiB of buffers for each.
public final class BoundedMemory implements RocksDBConfigSetter {

  private static final long BYTES_MAX = 24L << 20;

  /// Of these, what has not reached the disk yet.
  private static final long WRITE_BYTES_MAX = 12L << 20;

  private static final long WRITE_BYTES_OF_STORE_MAX = 1L << 20;

  private static final Cache CACHE = new LRUCache(BYTES_MAX);
  private static final WriteBufferManager WRITES = new WriteBufferManager(WRITE_BYTES_MAX, CACHE);

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    var table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(WRITES);
    options.setWriteBufferSize(WRITE_BYTES_OF_STORE_MAX);
  }

  /// The budget is shared by all stores and outlives each of them.
  @Override
  public void close(String storeName, Options options) {}
}
