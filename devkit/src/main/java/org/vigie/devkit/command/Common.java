package org.vigie.devkit.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.devkit.client.ServiceClient;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;
import org.vigie.devkit.platform.Cast;
import org.vigie.devkit.platform.Platform;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// What every command takes, anywhere on the line, and how every command speaks: its result on
/// standard output, all else on standard error.
public final class Common {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      defaultValue = "${env:VIGIE_DATA}",
      description = "Directory of this copy of Vigie (default: .vigie in the checkout).")
  @Nullable Path data;

  @Option(
      names = "--port-base",
      paramLabel = "N",
      scope = ScopeType.INHERIT,
      defaultValue = "${env:VIGIE_PORT_BASE:-0}",
      description = "First port (default: 20000, or the one that DIR remembers).")
  int portBase;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Make the last line of standard output one JSON value.")
  boolean json;

  Installation installation() {
    Path home = Path.of(System.getProperty("vigie.home", "."));
    Path directory = data == null || data.toString().isEmpty() ? home.resolve(".vigie") : data;
    return Installation.open(home, directory, portBase);
  }

  Platform platform() {
    return new Platform(installation(), this::progress);
  }

  /// A client that speaks as the operator.
  ServiceClient operator() {
    Installation installation = installation();
    return new ServiceClient(installation, Secrets.of(installation), Cast.OPERATOR);
  }

  /// Whether days are closed by hand: as the copy was started.
  boolean manualClock() {
    return installation().clock().equals("manual");
  }

  void progress(String line) {
    System.err.println(line);
  }

  /// Says why nothing came of a command; on standard output too when that is to be JSON.
  void failure(Throwable failure) {
    String message = message(failure);
    progress("vigie: " + message);
    if (json) {
      result(Map.of("error", message), "");
    }
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    if (message != null) {
      return message;
    }
    return failure.getCause() == null ? failure.toString() : message(failure.getCause());
  }

  /// Prints the result: as text for people, or as the one JSON line.
  void result(Object value, String text) {
    if (json) {
      try {
        System.out.println(JSON.writeValueAsString(value));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a result is not JSON: " + value, e);
      }
    } else {
      System.out.println(text);
    }
  }
}
