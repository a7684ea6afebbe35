package org.vigie.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
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

  /// What a record of a company breaks by its key or its place: the field, its value and the rule;
  /// empty when the key is a SIREN and the partition its own.
  ///
  /// @param siren as the record has it
  /// @param partition partition of the topic in which it is
  public static Optional<String> fault(String siren, int partition) {
    if (Siren.ofText(siren).isEmpty()) {
      return Optional.of("siren: " + siren + " is not nine digits");
    }
    int own = of(siren);
    return own == partition
        ? Optional.empty()
        : Optional.of(
            "siren: %s belongs to partition %d, not to %d".formatted(siren, own, partition));
  }

  private Partitions() {}
}
