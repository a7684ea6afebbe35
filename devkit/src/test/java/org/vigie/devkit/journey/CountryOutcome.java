package org.vigie.devkit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.vigie.schemas.Topics;

/// What a country became on a platform.
///
/// @param vectors values on company-features, by SIREN, in order, as the bytes after the schema's
///     id
/// @param scores values on company-scores, likewise
/// @param alerts ids of the alerts sent to urssaf, in order
record CountryOutcome(
    Map<String, List<ByteBuffer>> vectors,
    Map<String, List<ByteBuffer>> scores,
    List<String> alerts) {

  // A zero byte and four of the schema's id come before the Avro binary.
  private static final int HEADER_BYTES = 5;

  static CountryOutcome of(RunningPlatform platform) {
    return new CountryOutcome(
        values(platform, Topics.COMPANY_FEATURES.name()),
        values(platform, Topics.COMPANY_SCORES.name()),
        alerts(platform));
  }

  private static Map<String, List<ByteBuffer>> values(RunningPlatform platform, String topic) {
    var values = new TreeMap<String, List<ByteBuffer>>();
    var reader = platform.platform().kafka().platform();
    for (ConsumerRecord<String, byte[]> record :
        platform.read(topic, reader, new ByteArrayDeserializer())) {
      if (!record.key().startsWith("control/")) {
        var value = ByteBuffer.wrap(record.value());
        values
            .computeIfAbsent(record.key(), _ -> new ArrayList<>())
            .add(value.slice(HEADER_BYTES, value.capacity() - HEADER_BYTES));
      }
    }
    return values;
  }

  private static List<String> alerts(RunningPlatform platform) {
    var own = platform.platform().kafka().principal("urssaf");
    List<String> ids =
        platform.read(Topics.alerts("urssaf"), own).stream()
            .map(record -> record.value().getId())
            .toList();
    // Sent once each: a duplicate would vanish in a set.
    assertThat(ids).doesNotHaveDuplicates();
    return List.copyOf(new TreeSet<>(ids));
  }
}
