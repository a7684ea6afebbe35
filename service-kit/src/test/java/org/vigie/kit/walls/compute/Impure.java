package org.vigie.kit.walls.compute;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import org.vigie.kit.http.Problem;

/// One class for each thing that a pure stage may not know.
final class Impure {

  record HoldsAFile(Path path) {}

  record HoldsAnAddress(URI address) {}

  record HoldsThreads(ExecutorService threads) {}

  record HoldsAFramework(RequestSpecification request) {}

  record HoldsWhatIsOurs(Problem problem) {}

  static final class Reads {
    int read() throws IOException {
      return 1;
    }
  }

  static final class Starts {
    void start(Runnable work) {
      Thread.startVirtualThread(work);
    }
  }

  static final class Prints {
    void print() {
      System.out.println();
    }
  }

  private Impure() {}
}
