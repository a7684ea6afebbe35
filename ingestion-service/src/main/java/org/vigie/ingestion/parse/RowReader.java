package org.vigie.ingestion.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a row of a line's bytes: text in the file's encoding, as many fields as the header has
/// columns, none of them over 64 KiB.
///
/// @param charset the encoding of the file
public record RowReader(Columns columns, char delimiter, Charset charset) {

  /// The largest field taken.
  static final int FIELD_BYTES_MAX = 64 << 10;

  // What a decoder puts where the bytes are no text of its encoding.
  private static final char REPLACEMENT = '\uFFFD';

  Reading<Row> read(Line line) {
    if (line.isCut()) {
      return Reading.bad("a line is at most " + Line.BYTES_MAX + " bytes");
    }
    var text = decode(line.bytes());
    if (text == null) {
      return Reading.bad("is not text in " + charset.name());
    }
    if (text.indexOf('\0') >= 0) {
      return Reading.bad("holds a NUL");
    }
    return switch (FieldSplitter.split(text, delimiter)) {
      case Reading.Bad<List<String>>(var rule) -> Reading.bad(rule);
      case Reading.Good<List<String>>(var fields, _) -> row(line, fields);
    };
  }

  private Reading<Row> row(Line line, List<String> fields) {
    if (fields.size() != columns.count()) {
      return Reading.bad(fields.size() + " fields where the header has " + columns.count());
    }
    boolean tooLong = line.length() > FIELD_BYTES_MAX && fields.stream().anyMatch(this::isTooLong);
    return tooLong
        ? Reading.bad("a field is at most " + FIELD_BYTES_MAX + " bytes")
        : Reading.good(new Row(columns, fields));
  }

  private boolean isTooLong(String field) {
    return field.getBytes(charset).length > FIELD_BYTES_MAX;
  }

  private @Nullable String decode(byte[] bytes) {
    var text = new String(bytes, charset);
    return text.indexOf(REPLACEMENT) < 0 || isText(bytes, charset) ? text : null;
  }

  /// Whether bytes are text in an encoding, from the first to the last.
  public static boolean isText(byte[] bytes, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8) && isAscii(bytes)) {
      return true;
    }
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }
}
