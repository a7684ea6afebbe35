package org.vigie.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.FastReaderBuilder;

/// Avro's readers are built at their first read, in fields and maps that nothing guards: threads
/// that share one may see it half built. A whole reader is built before it is handed out, has a
/// builder of its own, and changes no more.
final class WholeReader {

  /// @param data how records of the reader's schema are made
  /// @param written the schema of the bytes
  /// @param wanted the schema of the records
  static <T> DatumReader<T> of(GenericData data, Schema written, Schema wanted) {
    try {
      return new FastReaderBuilder(data).createDatumReader(written, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(
          wanted.getFullName() + " cannot be read from " + written.getFullName(), e);
    }
  }

  private WholeReader() {}
}
