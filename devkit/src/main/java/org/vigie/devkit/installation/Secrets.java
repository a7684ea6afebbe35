package org.vigie.devkit.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Collectors;

/// Passwords, client secrets and broker credentials of one installation: made at the first start,
/// kept in its data directory for its owner alone.
public final class Secrets {

  // 128 bits: beyond guessing, short enough to paste.
  private static final int SECRET_BYTES = 16;

  private final Path file;
  private final Properties known = new Properties();
  private final SecureRandom random = new SecureRandom();

  private Secrets(Path file) {
    this.file = file;
  }

  /// The secrets of an installation, those already made included.
  public static Secrets of(Installation installation) {
    var secrets = new Secrets(installation.data().resolve("secrets.properties"));
    if (Files.exists(secrets.file)) {
      try (var reader = Files.newBufferedReader(secrets.file)) {
        secrets.known.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + secrets.file, e);
      }
    }
    return secrets;
  }

  /// The secret of that name, made now if it is asked for the first time.
  public synchronized String get(String name) {
    String secret = known.getProperty(name);
    if (secret == null) {
      byte[] bytes = new byte[SECRET_BYTES];
      random.nextBytes(bytes);
      secret = HexFormat.of().formatHex(bytes);
      known.setProperty(name, secret);
      save();
    }
    return secret;
  }

  private String lines() {
    return known.stringPropertyNames().stream()
        .sorted()
        .map(name -> name + "=" + known.getProperty(name) + "\n")
        .collect(Collectors.joining());
  }

  private void save() {
    try {
      PrivateFile.write(file, lines());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
