package org.vigie.ingestion.publish;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/// Where a company's records stand: murmur2 of the nine digits of its SIREN.
final class Partitions {

  static int of(String siren, int partitions) {
    return Utils.toPositive(Utils.murmur2(siren.getBytes(StandardCharsets.UTF_8))) % partitions;
  }

  private Partitions() {}
}
