package org.vigie.ingestion.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.ingestion.parse.FieldSplitter.Fields;

/// Makes a row of a line's bytes: text in the file's encoding, a field for each column. What is
/// wrong within one field stays its own fault, and rejects the row only where the column is read.
///
/// @param charset the encoding of the file
public record RowReader(Columns columns, char delimiter, Charset charset) {

  /// The largest field taken.
  static final int FIELD_BYTES_MAX = 64 << 10;

  // What a decoder puts where the bytes are no text of its encoding.
  private static final char REPLACEMENT = '\uFFFD';

  // Half of a character: no text of any encoding holds it alone, so that it can stand for damage.
  private static final char NO_TEXT = '\uD800';

  Reading<Row> read(Line line) {
    if (line.isCut()) {
      return Reading.bad("a line is at most " + Line.BYTES_MAX + " bytes");
    }
    var text = decode(line.bytes());
    return switch (FieldSplitter.split(text, delimiter)) {
      case Reading.Bad<Fields>(var rule) -> Reading.bad(rule);
      case Reading.Good<Fields>(var fields, _) -> row(line, text, fields);
    };
  }

  private Reading<Row> row(Line line, String text, Fields fields) {
    var texts = fitted(fields.texts());
    if (texts.size() != columns.count()) {
      return Reading.bad(texts.size() + " fields where the header has " + columns.count());
    }
    boolean sound =
        line.length() <= FIELD_BYTES_MAX
            && fields.overfull().isEmpty()
            && text.indexOf('\0') < 0
            && text.indexOf(NO_TEXT) < 0;
    return Reading.good(sound ? new Row(columns, texts) : faulty(texts, fields.overfull()));
  }

  // An empty field after the last column says nothing, and neither does one that is missing under
  // a header without a name: a delimiter ends the rows, or the header, of some exports.
  private List<String> fitted(List<String> texts) {
    int count = columns.count();
    if (texts.size() == count + 1 && Blanks.strip(texts.getLast()).isEmpty()) {
      return texts.subList(0, count);
    }
    if (texts.size() < count && texts.size() >= columns.named()) {
      var filled = new ArrayList<>(texts);
      while (filled.size() < count) {
        filled.add("");
      }
      return filled;
    }
    return texts;
  }

  private Row faulty(List<String> texts, Set<Integer> overfull) {
    var faults = new HashMap<Integer, String>();
    var shown = new ArrayList<String>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      var text = texts.get(i);
      shown.add(text.replace(NO_TEXT, REPLACEMENT));
      note(faults, i, text, overfull);
    }
    return new Row(columns, shown, faults);
  }

  private void note(Map<Integer, String> faults, int i, String text, Set<Integer> overfull) {
    if (text.indexOf(NO_TEXT) >= 0) {
      faults.put(i, "is not text in " + charset.name());
    } else if (text.indexOf('\0') >= 0) {
      faults.put(i, "holds a NUL");
    } else if (text.getBytes(charset).length > FIELD_BYTES_MAX) {
      faults.put(i, "a field is at most " + FIELD_BYTES_MAX + " bytes");
    } else if (overfull.contains(i)) {
      faults.put(i, "text follows a closing quote");
    }
  }

  private String decode(byte[] bytes) {
    var text = new String(bytes, charset);
    return text.indexOf(REPLACEMENT) < 0 ? text : decodeMarked(bytes);
  }

  // Damage is marked apart from a replacement that stands in the file itself.
  private String decodeMarked(byte[] bytes) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(String.valueOf(NO_TEXT));
    try {
      return decoder.decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("a decoder that replaces reports nothing", e);
    }
  }
}
