package org.vigie.devkit.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Files that only their owner may read.
public final class PrivateFile {

  private static final String OWNER_ONLY = "rw-------";

  /// Replaces a file as a whole: a reader sees the old content or the new.
  public static void write(Path file, String content) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    Files.createFile(
        next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    Files.writeString(next, content);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private PrivateFile() {}
}
