package org.vigie.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.utils.Utils;

/// In which partition the records of a company are, on every topic keyed by company: murmur2 of the
/// nine digits of its SIREN. A producer states it, because other languages default to another hash;
/// a reader refuses a record that is elsewhere, because the state of its company is not there.
public final class Partitions {

  /// In a topic of [Topics#PARTITIONS] partitions.
  public static int of(String siren) {
    return of(siren, Topics.PARTITIONS);
  }

  /// In a topic of so many partitions.
  public static int of(String siren, int partitions) {
    return Utils.toPositive(Utils.murmur2(siren.getBytes(UTF_8))) % partitions;
  }

  private Partitions() {}
}
