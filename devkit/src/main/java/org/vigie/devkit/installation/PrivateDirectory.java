package org.vigie.devkit.installation;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Directories that only their owner may enter. Whatever lies below one is closed to every other
/// account, whatever its own mode.
public final class PrivateDirectory {

  private static final String OWNER_ONLY = "rwx------";
  private static final int OTHERS = 0077;
  private static final Pattern PLAIN = Pattern.compile("[\\w./-]+");

  /// Who may use a directory.
  ///
  /// @param owner user id of its owner
  /// @param ownerName name of its owner
  /// @param mode permission bits
  record Hold(int owner, String ownerName, int mode) {

    static Hold of(Path directory) throws IOException {
      return new Hold(
          (int) Files.getAttribute(directory, "unix:uid"),
          Files.getOwner(directory).getName(),
          (int) Files.getAttribute(directory, "unix:mode") & 07777);
    }

    /// Why Vigie, running as a user, does not keep its data there; empty when it does.
    Optional<String> objection(Path directory, int user) {
      if (owner != user) {
        return Optional.of(
            "%s has mode %04o and belongs to %s: Vigie keeps confidential data and uses a directory of its own user only. Name another with --data, or mend it with: chown -R %d %s"
                .formatted(directory, mode, ownerName, user, quoted(directory)));
      }
      if ((mode & OTHERS) != 0) {
        return Optional.of(
            "%s has mode %04o and belongs to %s: Vigie keeps confidential data and uses a directory that its owner alone may enter. Mend it with: chmod 700 %s"
                .formatted(directory, mode, ownerName, quoted(directory)));
      }
      return Optional.empty();
    }
  }

  /// Makes the directory, or checks the one that is there.
  ///
  /// @throws IllegalArgumentException when another account may enter it, or owns it: what it is,
  ///     and the command that mends it
  public static Path open(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      make(directory);
    }
    Hold.of(directory)
        .objection(directory, user())
        .ifPresent(
            objection -> {
              throw new IllegalArgumentException(objection);
            });
    return directory;
  }

  /// The same inside a private directory, where only a link may lead to what others may enter.
  public static Path inside(Path directory) throws IOException {
    return Files.isDirectory(directory) && !Files.isSymbolicLink(directory)
        ? directory
        : open(directory);
  }

  /// Makes the directory empty: what an interrupted attempt left in it is deleted.
  public static Path empty(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    return open(directory);
  }

  /// The user id of this process.
  public static int user() throws IOException {
    return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
  }

  private static void make(Path directory) throws IOException {
    Files.createDirectories(directory.toAbsolutePath().getParent());
    try {
      Files.createDirectory(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    } catch (FileAlreadyExistsException e) {
      // Another thread or command was faster: what it made is checked like any other.
      if (!Files.isDirectory(directory)) {
        throw e;
      }
    }
  }

  // As a shell takes it.
  private static String quoted(Path directory) {
    String path = directory.toString();
    return PLAIN.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'";
  }

  private PrivateDirectory() {}
}
