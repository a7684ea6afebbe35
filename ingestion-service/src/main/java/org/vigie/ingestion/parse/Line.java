package org.vigie.ingestion.parse;

/// A line of a file.
///
/// @param number the first line of the file being 1
/// @param offset of its first byte in the file, once decompressed
/// @param length in bytes, without its end of line
/// @param bytes the line, cut at [#BYTES_MAX]
public record Line(long number, long offset, long length, byte[] bytes) {

  /// A longer line is no row of any source: sixteen fields of the greatest size.
  public static final int BYTES_MAX = 1 << 20;

  /// Whether it goes on beyond its bytes.
  public boolean isCut() {
    return length > bytes.length;
  }

  /// Whether it holds nothing but spaces, delimiters and empty quotes: such a line is not counted.
  /// Spreadsheets write them for rows in which nothing stands.
  public boolean isBlank(char delimiter) {
    int quotes = 0;
    for (byte b : bytes) {
      if (b == '"') {
        quotes++;
      } else if (b != ' ' && b != '\t' && b != delimiter) {
        return false;
      }
    }
    return quotes % 2 == 0 && !isCut();
  }
}
