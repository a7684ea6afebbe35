package org.vigie.devkit.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import org.vigie.devkit.installation.PrivateDirectory;

/// PostgreSQL's programs, unpacked once for a checkout beside the other parts, where their owner
/// alone can read or replace them.
///
/// @param directory where they are unpacked
record PostgresBinaries(Path directory) {

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  // Enough of the archive's digest that another version has another name.
  private static final int NAME_CHARS = 16;
  private static final int OWNER_EXECUTES = 0100;

  /// The programs of this build, unpacked now if nobody has.
  ///
  /// @param parts where the build lays out the parts of the platform
  static PostgresBinaries of(Path parts) throws IOException {
    Path place = PrivateDirectory.open(parts.resolve("postgresql"));
    try (var channel =
            FileChannel.open(
                place.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      Path unpacked = place.resolve(digest().substring(0, NAME_CHARS));
      if (!Files.exists(unpacked)) {
        // Under its name there is never half of it.
        Path next = PrivateDirectory.empty(place.resolve("next"));
        unpack(next);
        Files.move(next, unpacked);
      }
      return new PostgresBinaries(unpacked);
    }
  }

  /// How a program is called. PostgreSQL refuses to run as root: root becomes nobody in a user
  /// namespace, which changes nothing of what its files are to others.
  List<String> command(String program, List<String> arguments) throws IOException {
    var command = new ArrayList<String>();
    if (PrivateDirectory.user() == 0) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.add(directory.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  private static void unpack(Path into) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive())))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException(ARCHIVE + " holds " + entry.getName() + ", which lies outside it");
        }
        unpack(tar, entry, target);
        entry = tar.getNextEntry();
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else if (entry.isSymbolicLink()) {
      Files.createDirectories(target.getParent());
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.createDirectories(target.getParent());
      Files.copy(tar, target);
      boolean program = (entry.getMode() & OWNER_EXECUTES) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
    }
  }

  private static String digest() throws IOException {
    try (var archive = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
      archive.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(archive.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static InputStream archive() throws IOException {
    InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
    if (archive == null) {
      throw new IOException(ARCHIVE + " is not on the class path: Vigie runs on Linux x86-64 only");
    }
    return archive;
  }
}
