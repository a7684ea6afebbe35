package org.vigie.devkit.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// One copy of Vigie on this machine.
///
/// @param home the checkout, with what was built in it
/// @param data the copy's own directory: everything that it keeps
/// @param portBase first port; what listens where follows from [Slot]
public record Installation(Path home, Path data, int portBase) {

  private static final int DEFAULT_PORT_BASE = 20_000;
  static final int PORTS_RESERVED = 20;
  private static final String PORT_BASE = "port-base";

  public Installation {
    home = home.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
    if (portBase < 1024 || portBase + PORTS_RESERVED > 65_535) {
      throw new IllegalArgumentException(
          "--port-base "
              + portBase
              + ": it must lie between 1024 and "
              + (65_535 - PORTS_RESERVED));
    }
  }

  /// The copy in a data directory.
  ///
  /// @param wanted port base asked for now; 0 for the one that the directory remembers
  /// @throws IllegalArgumentException when another account may enter the directory
  public static Installation open(Path home, Path data, int wanted) {
    try {
      PrivateDirectory.open(data);
      Path memory = data.resolve(PORT_BASE);
      int remembered =
          Files.exists(memory)
              ? Integer.parseInt(Files.readString(memory).strip())
              : DEFAULT_PORT_BASE;
      return new Installation(home, data, wanted == 0 ? remembered : wanted);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the data directory " + data, e);
    }
  }

  /// Remembers where this copy listens, for the commands that come after.
  public void rememberPortBase() throws IOException {
    Files.writeString(data.resolve(PORT_BASE), portBase + System.lineSeparator());
  }

  /// Who closes days, as the copy was last started: `wall` or `manual`.
  public String clock() {
    try {
      Path memory = data.resolve("clock");
      return Files.exists(memory) ? Files.readString(memory).strip() : "wall";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the clock of " + data, e);
    }
  }

  /// Remembers who closes days.
  public void rememberClock(String clock) throws IOException {
    Files.writeString(data.resolve("clock"), clock + System.lineSeparator());
  }

  public int port(Slot slot) {
    return portBase + slot.offset();
  }

  /// Where a process answers over HTTP.
  public String url(Slot slot) {
    return "http://127.0.0.1:" + port(slot);
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port(Slot.KAFKA);
  }

  public String registryUrl() {
    return url(Slot.REGISTRY) + "/apis/registry/v3";
  }

  /// Address of the realm: what tokens name as their issuer.
  public String realmUrl() {
    return url(Slot.KEYCLOAK) + "/realms/vigie";
  }

  /// The parts of the platform, as the build laid them out.
  public Path parts() {
    return home.resolve("devkit/parts/target");
  }

  public ProcessLog log(String process) {
    return new ProcessLog(directory("logs").resolve(process + ".log"));
  }

  /// A directory of one process's own.
  ///
  /// @throws IllegalArgumentException when it is a link to what another account may enter
  public Path directory(String process) {
    try {
      return PrivateDirectory.inside(data.resolve(process));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a directory for " + process, e);
    }
  }
}
