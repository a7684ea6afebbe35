package org.vigie.kit.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A directory that its owner alone may enter: what lies in it can be read and replaced by no other
/// account.
final class ClosedDirectory {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  /// Makes the directory, or checks the one that is there.
  ///
  /// @throws IllegalStateException when another account owns it or may enter it
  static Path open(Path directory) throws IOException {
    Files.createDirectories(directory.toAbsolutePath().getParent());
    try {
      Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (FileAlreadyExistsException _) {
      check(directory);
    }
    return directory;
  }

  private static void check(Path directory) throws IOException {
    var found =
        Files.readAttributes(directory, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    var user = Files.getOwner(Path.of("/proc/self"));
    if (!found.isDirectory()
        || !found.owner().equals(user)
        || !found.permissions().equals(OWNER_ONLY)) {
      throw new IllegalStateException(
          "%s has mode %s and belongs to %s: what tests run is unpacked where %s alone may enter. Remove it, and the next test makes it anew"
              .formatted(
                  directory,
                  PosixFilePermissions.toString(found.permissions()),
                  found.owner().getName(),
                  user.getName()));
    }
  }

  private ClosedDirectory() {}
}
