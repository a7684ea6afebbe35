package org.vigie.features.state;

import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Lets who reads beside the stream see a company's entries as they are between two of its updates,
/// never in the middle of one: the stores give one entry, or one range, at a time. Readers do not
/// hold the stream back unless it changes the company again and again while they read.
public final class CompanyLocks {

  /// Enough that two companies seldom share one; each is some 50 bytes.
  private static final int LOCKS = 1024;

  /// An update takes less than a millisecond, a reading about one: who has met three in a row makes
  /// the stream wait for the fourth.
  private static final int READINGS_WITHOUT_LOCK_MAX = 3;

  private final StampedLock[] locks =
      Stream.generate(StampedLock::new).limit(LOCKS).toArray(StampedLock[]::new);

  /// Changes a company's entries; no reader sees a part of it.
  public <T> T update(String siren, Supplier<T> update) {
    var lock = lock(siren);
    long stamp = lock.writeLock();
    try {
      return update.get();
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  /// Reads a company's entries; the reading may be repeated, and only what the last one answers is
  /// used.
  public <T> T read(String siren, Supplier<T> reading) {
    var lock = lock(siren);
    for (var i = 0; i < READINGS_WITHOUT_LOCK_MAX; i++) {
      long stamp = lock.tryOptimisticRead();
      if (stamp != 0) {
        var answer = reading.get();
        if (lock.validate(stamp)) {
          return answer;
        }
      }
    }
    long stamp = lock.readLock();
    try {
      return reading.get();
    } finally {
      lock.unlockRead(stamp);
    }
  }

  private StampedLock lock(String siren) {
    return locks[Math.floorMod(siren.hashCode(), locks.length)];
  }
}
