package org.vigie.devkit.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Command lines of Java processes, run by the same JDK as the launcher.
final class Java {

  private static final String PROGRAM =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  /// A process that starts fast and stays small: one collector thread, the first compiler only.
  static List<String> small(int heapMegabytes, List<String> rest) {
    var command = sized(heapMegabytes, List.of("-XX:TieredStopAtLevel=1"));
    command.addAll(rest);
    return command;
  }

  /// A process that computes: both compilers.
  static List<String> computing(int heapMegabytes, List<String> rest) {
    var command = sized(heapMegabytes, List.of());
    command.addAll(rest);
    return command;
  }

  private static List<String> sized(int heapMegabytes, List<String> options) {
    var command = new ArrayList<String>();
    command.add(PROGRAM);
    command.add("-Xmx" + heapMegabytes + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+UseCompactObjectHeaders");
    // Half a process answers ready and does nothing: it ends, and the next start takes its work up.
    command.add("-XX:+ExitOnOutOfMemoryError");
    // The packaged parts and RocksDB, ONNX Runtime, zstd load native code.
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    // Quarkus resets thread locals of pooled threads.
    command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    command.addAll(options);
    return command;
  }

  private Java() {}
}
