package org.vigie.ingestion.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;

/// A delivered file in the archive. Its bytes are hashed as they are read, so that each pass over
/// them tells whether it read what was accepted.
///
/// @param sha256 of the bytes that were accepted, in hexadecimal
public record StoredFile(Path path, String sha256) {

  /// Begins a pass over its bytes.
  ///
  /// @throws IOException when the file is gone or cannot be opened
  public Pass open() throws IOException {
    return new Pass(Files.newInputStream(path), sha256);
  }

  /// One pass over the bytes of a stored file, from the first to the last.
  public static final class Pass extends DigestInputStream {

    private final String sha256;

    private Pass(InputStream bytes, String sha256) {
      super(bytes, Hash.sha256());
      this.sha256 = sha256;
    }

    /// Whether the bytes are those that were accepted. Reads what was not read yet, and ends the
    /// pass: asked once.
    public boolean isAsAccepted() throws IOException {
      transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(getMessageDigest().digest()).equals(sha256);
    }
  }
}
