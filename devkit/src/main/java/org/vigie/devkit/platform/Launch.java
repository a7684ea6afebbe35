package org.vigie.devkit.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How a process is started.
///
/// @param name names the process, its log and its record
/// @param ports those on which it listens, the main one first; none when it does not listen
/// @param command program and arguments
/// @param environment what is added to the launcher's environment
/// @param directory working directory
/// @param probe tells whether it is ready
public record Launch(
    String name,
    List<Integer> ports,
    List<String> command,
    Map<String, String> environment,
    Path directory,
    Probe probe) {

  public Launch {
    ports = List.copyOf(ports);
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /// The main port; 0 when it does not listen.
  int port() {
    return ports.isEmpty() ? 0 : ports.getFirst();
  }

  /// Answers whether a process is ready to work; an exception means not yet.
  @FunctionalInterface
  public interface Probe {
    boolean ready() throws Exception;
  }
}
