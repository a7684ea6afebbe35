package org.vigie.ingestion.check;

import org.vigie.ingestion.parse.RowReader;

/// What the check of a file finds: `Sound`; `Refused` whole with its reason; or `Altered`, which
/// tells nothing of the file that was delivered.
public sealed interface Verdict {

  /// @param reader reads its rows
  /// @param headerLine number of the line that holds the header
  record Sound(RowReader reader, long headerLine) implements Verdict {}

  /// @param reason what is wrong with the file, in English
  record Refused(String reason) implements Verdict {}

  /// The stored bytes are not those that were accepted.
  record Altered() implements Verdict {}
}
