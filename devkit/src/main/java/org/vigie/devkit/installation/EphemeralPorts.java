package org.vigie.devkit.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The ports that the kernel hands out to outgoing connections: any program's connection may hold
/// one of them when a process of ours wants to listen on it.
///
/// @param first the lowest of them
/// @param last the highest
public record EphemeralPorts(int first, int last) {

  private static final Path SETTING = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

  public EphemeralPorts {
    if (first > last) {
      throw new IllegalArgumentException(
          "the ephemeral ports end before they begin: " + first + " to " + last);
    }
  }

  /// As this machine is set; empty where the kernel does not tell.
  public static Optional<EphemeralPorts> ofThisMachine() {
    try {
      return Optional.of(parse(Files.readString(SETTING)));
    } catch (IOException | IllegalArgumentException notTold) {
      return Optional.empty();
    }
  }

  static EphemeralPorts parse(String setting) {
    String[] bounds = setting.strip().split("\\s+");
    if (bounds.length != 2) {
      throw new IllegalArgumentException("two ports expected, not " + setting);
    }
    return new EphemeralPorts(Integer.parseInt(bounds[0]), Integer.parseInt(bounds[1]));
  }

  /// What to tell somebody whose installation listens among them.
  public Optional<String> warning(Installation installation) {
    int base = installation.portBase();
    int end = base + Installation.PORTS_RESERVED - 1;
    if (end < first || base > last) {
      return Optional.empty();
    }
    return Optional.of(
        "warning: --port-base %d: ports %d to %d lie in the kernel's ephemeral range %d to %d (%s), so any outgoing connection may hold one of them; choose a base %s"
            .formatted(base, base, end, first, last, SETTING, remedy()));
  }

  private String remedy() {
    return first > Installation.PORTS_RESERVED + 1024
        ? "of at most " + (first - Installation.PORTS_RESERVED)
        : "of at least " + (last + 1);
  }
}
