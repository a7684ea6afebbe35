package org.vigie.alerts;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.schemas.AvroBinary;

/// The wire without a registry: Avro after an empty header.
public final class Wire {

  private static final int HEADER_BYTES = 5;

  public static <V extends SpecificRecord> byte[] bytes(Class<V> type, V record) {
    byte[] body = new AvroBinary<>(type).write(record);
    return ByteBuffer.allocate(HEADER_BYTES + body.length).position(HEADER_BYTES).put(body).array();
  }

  public static <V extends SpecificRecord> Deserializer<V> deserializer(Class<V> type) {
    var binary = new AvroBinary<>(type);
    return (_, wire) -> binary.read(Arrays.copyOfRange(wire, HEADER_BYTES, wire.length));
  }

  private Wire() {}
}
