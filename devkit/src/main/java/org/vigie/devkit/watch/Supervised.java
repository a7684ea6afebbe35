package org.vigie.devkit.watch;

import java.util.List;

/// What a supervisor looks after.
public interface Supervised {

  /// Names of the processes that were started and have ended; what others need comes first.
  List<String> ended();

  /// Starts one of them again, and does not wait until it is ready.
  void startAgain(String name) throws Exception;
}
