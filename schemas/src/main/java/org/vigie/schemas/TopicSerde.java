package org.vigie.schemas;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/// How values stand on the wire: Confluent's format, a zero byte and the four-byte id of the schema
/// before the Avro binary. Schemas are registered by the platform; services only look them up.
///
/// Every call makes a new instance, for one topic: the registry's client remembers the first
/// subject that an instance meets. Threads may share one. State stores use [AvroBinary], which
/// needs no registry.
public final class TopicSerde {

  private static final String URL = "apicurio.registry.url";
  private static final String DATUMS = "apicurio.registry.avro-datum-provider";

  /// A serde for the values of a topic.
  ///
  /// @param registryUrl address of the registry's API, ending in `/apis/registry/v3`
  public static <V extends SpecificRecord> Serde<V> of(Topic<V> topic, String registryUrl) {
    return Serdes.serdeFrom(serializer(topic, registryUrl), deserializer(topic, registryUrl));
  }

  /// A serializer for the values of a topic; it fails on a schema that is not registered.
  public static <V extends SpecificRecord> Serializer<V> serializer(
      Topic<V> topic, String registryUrl) {
    var serializer = new AvroKafkaSerializer<V>();
    serializer.configure(
        Map.of(
            URL,
            registryUrl,
            DATUMS,
            DatumPerSchema.class,
            "apicurio.registry.auto-register",
            false,
            "apicurio.registry.find-latest",
            true),
        false);
    return serializer;
  }

  /// A deserializer for the values of a topic, into the generated classes.
  public static <V extends SpecificRecord> Deserializer<V> deserializer(
      Topic<V> topic, String registryUrl) {
    var deserializer = new AvroKafkaDeserializer<V>();
    deserializer.configure(
        Map.of(
            URL,
            registryUrl,
            DATUMS,
            DatumPerSchema.class,
            "apicurio.registry.use-specific-avro-reader",
            true),
        false);
    return deserializer;
  }

  private TopicSerde() {}
}
