package org.vigie.devkit.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.devkit.installation.Installation;

/// The process that `up` leaves behind: it starts again what ends by itself.
public final class SupervisorProcess {

  static final String NAME = "supervisor";

  // It looks at a few files; the rest is room for making a launch.
  private static final int HEAP_MEGABYTES = 32;

  /// How it is started, from the class path of whoever starts it.
  static Launch launch(Installation installation) {
    var options = new ArrayList<String>();
    options.add("-cp");
    options.add(System.getProperty("java.class.path"));
    options.add(SupervisorProcess.class.getName());
    options.add(installation.home().toString());
    options.add(installation.data().toString());
    options.add(Integer.toString(installation.portBase()));
    return new Launch(
        NAME,
        List.of(),
        Java.small(HEAP_MEGABYTES, options),
        Map.of(),
        installation.data(),
        () -> true);
  }

  /// Runs until the copy is ended, or its directory is gone; arguments: home, data directory, first
  /// port.
  public static void main(String[] arguments) {
    var installation =
        new Installation(
            Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    var platform = new Platform(installation, System.out::println);
    // Asked to end, it lets a start come to its record, and begins no other.
    Runtime.getRuntime().addShutdownHook(new Thread(platform.processes()::close, "begin-nothing"));
    new Watch(platform, System.out::println).runWhile(() -> isRecorded(platform));
  }

  // Another supervisor may have replaced this one, after the directory was emptied, say.
  private static boolean isRecorded(Platform platform) {
    return platform
        .processes()
        .handle(NAME)
        .filter(process -> process.pid() == ProcessHandle.current().pid())
        .isPresent();
  }
}
