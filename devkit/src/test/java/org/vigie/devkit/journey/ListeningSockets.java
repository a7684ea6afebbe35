package org.vigie.devkit.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Where a process takes connections, as Linux tells it under /proc.
final class ListeningSockets {

  private static final List<String> TABLES = List.of("tcp", "tcp6");

  // State of a socket in /proc/net that listens.
  private static final String LISTEN = "0A";

  private static final String LOOPBACK = "0100007F";
  private static final String LOOPBACK_MAPPED = "0000000000000000FFFF00000100007F";
  private static final String LOOPBACK_6 = "00000000000000000000000001000000";

  /// @param text address and port in hexadecimal, as /proc/net has them
  record Address(String table, String text) {

    boolean isLoopback() {
      var ip = text.substring(0, text.indexOf(':'));
      return ip.equals(LOOPBACK) || ip.equals(LOOPBACK_MAPPED) || ip.equals(LOOPBACK_6);
    }
  }

  static List<Address> of(long pid) throws IOException {
    var own = inodes(pid);
    var addresses = new ArrayList<Address>();
    for (String table : TABLES) {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/net/" + table))) {
        String[] columns = line.trim().split(" +");
        if (columns.length > 9 && columns[3].equals(LISTEN) && own.contains(columns[9])) {
          addresses.add(new Address(table, columns[1]));
        }
      }
    }
    return addresses;
  }

  private static Set<String> inodes(long pid) throws IOException {
    var inodes = new HashSet<String>();
    try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      for (Path file : files.toList()) {
        String target = target(file);
        if (target.startsWith("socket:[")) {
          inodes.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    }
    return inodes;
  }

  // A file that the process has closed meanwhile is none.
  private static String target(Path file) throws IOException {
    return Files.isSymbolicLink(file) ? Files.readSymbolicLink(file).toString() : "";
  }

  private ListeningSockets() {}
}
