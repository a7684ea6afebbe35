package org.vigie.devkit.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.devkit.client.ServiceClient;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;
import org.vigie.devkit.platform.Cast;
import org.vigie.devkit.platform.Platform;
import org.vigie.devkit.platform.ProcessTable;
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
      defaultValue = "${env:VIGIE_PORT_BASE:-}",
      converter = PortBase.class,
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
    return new Platform(reachable(), this::progress);
  }

  /// A client that speaks as the operator.
  ServiceClient operator() {
    Installation installation = reachable();
    return new ServiceClient(installation, Secrets.of(installation), Cast.OPERATOR);
  }

  // A copy that is asked for at other ports than its own would look dead.
  private Installation reachable() {
    Installation asked = installation();
    int own = Installation.open(asked.home(), asked.data(), 0).portBase();
    if (own != asked.portBase() && !new ProcessTable(asked).alive().isEmpty()) {
      throw new IllegalArgumentException(
          "--port-base %d: the copy running on %s has %d; leave the option out, or end it first with ./vigie down"
              .formatted(asked.portBase(), asked.data(), own));
    }
    return asked;
  }

  /// Whether days are closed by hand: as the copy was started.
  boolean manualClock() {
    return installation().clock().equals("manual");
  }

  void progress(String line) {
    System.err.println(Printable.of(line));
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
    if (message != null && !message.isBlank()) {
      // Java's own exceptions put the name of a class before the message of their cause.
      Throwable cause = failure.getCause();
      return cause != null && message.equals(cause.toString()) ? message(cause) : message;
    }
    return failure.getCause() == null ? words(failure) : message(failure.getCause());
  }

  // « ConnectException », which says nothing else, becomes « connect ».
  private static String words(Throwable failure) {
    return failure
        .getClass()
        .getSimpleName()
        .replaceAll("(Exception|Error)$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
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
      System.out.println(Printable.of(text));
    }
  }
}
