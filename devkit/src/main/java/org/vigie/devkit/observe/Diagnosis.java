package org.vigie.devkit.observe;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.platform.Platform;
import org.vigie.devkit.platform.ProcessTable;

/// What Vigie needs of a machine.
public final class Diagnosis {

  private static final int JAVA_MIN = 25;
  // All processes together stay under 3 GiB.
  private static final long MEMORY_BYTES_MIN = 3L << 30;
  // Vigie's own first day: a clock before it is not set.
  private static final LocalDate CLOCK_MIN = LocalDate.of(2026, 1, 1);

  /// One thing checked.
  ///
  /// @param what what was checked
  /// @param good whether it is as Vigie needs it
  /// @param found what was found
  /// @param remedy what to do when it is not good
  public record Finding(String what, boolean good, String found, String remedy) {

    @Override
    public String toString() {
      return "%-8s %-4s %s%s"
          .formatted(what, good ? "ok" : "BAD", found, good ? "" : ": " + remedy);
    }
  }

  private final Installation installation;
  private final ProcessTable processes;

  public Diagnosis(Installation installation, ProcessTable processes) {
    this.installation = installation;
    this.processes = processes;
  }

  public List<Finding> findings() throws IOException {
    return List.of(jdk(), maven(), memory(), disk(), ports(), clock());
  }

  private static Finding jdk() {
    int version = Runtime.version().feature();
    return new Finding(
        "JDK",
        version >= JAVA_MIN,
        Runtime.version() + " in " + System.getProperty("java.home"),
        "install a JDK " + JAVA_MIN + " or newer, or point JAVA_HOME at one");
  }

  private static Finding maven() {
    String maven = System.getenv().getOrDefault("VIGIE_MAVEN", "");
    return new Finding(
        "Maven",
        !maven.isEmpty(),
        maven.isEmpty() ? "none" : maven,
        "start with ./vigie; it needs any Maven from 3.8 on the path");
  }

  private static Finding memory() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long total = system.getTotalMemorySize();
    return new Finding(
        "memory",
        total >= MEMORY_BYTES_MIN,
        total / 1_000_000 + " MB",
        "Vigie takes up to %d MB".formatted(MEMORY_BYTES_MIN / 1_000_000));
  }

  private Finding disk() throws IOException {
    long free = Files.getFileStore(installation.data()).getUsableSpace();
    return new Finding(
        "disk",
        free >= Platform.DISK_BYTES_MIN,
        "%d MB free in %s".formatted(free / 1_000_000, installation.data()),
        "make room for %d MB, or name another --data"
            .formatted(Platform.DISK_BYTES_MIN / 1_000_000));
  }

  private Finding ports() {
    if (!processes.alive().isEmpty()) {
      return new Finding("ports", true, "held by this copy, which is running", "");
    }
    var taken = new ArrayList<Integer>();
    Arrays.stream(Slot.values())
        .map(installation::port)
        .filter(port -> !free(port))
        .forEach(taken::add);
    return new Finding(
        "ports",
        taken.isEmpty(),
        taken.isEmpty() ? "free from " + installation.portBase() : "in use: " + taken,
        "end what holds them, or choose others with --port-base");
  }

  private static boolean free(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException inUse) {
      return false;
    }
  }

  private static Finding clock() {
    LocalDate today = LocalDate.now();
    return new Finding(
        "clock",
        !today.isBefore(CLOCK_MIN),
        today.toString(),
        "set the machine's clock: days close by it");
  }
}
