package org.vigie.devkit.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.watch.Patience;

class StartFailureTest {

  @TempDir Path data;

  @Test
  void aPortInUseIsNamedAndNoLogOfAnEarlierStartIsShown() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var failure =
          catchThrowableOfType(NotReadyException.class, () -> start(taken.getLocalPort(), "true"));

      assertThat(failure).hasMessageContaining("port " + taken.getLocalPort());
      assertThat(failure.process()).isEmpty();
    }
  }

  @Test
  void aProcessThatEndsIsNamedSoThatItsLogIsShown() {
    var failure = catchThrowableOfType(NotReadyException.class, () -> start(24_001, "false"));

    assertThat(failure.process()).contains("sleeper");
  }

  private void start(int port, String command) throws Exception {
    var processes = new ProcessTable(Installation.open(Path.of("."), data, 24_000));
    new Starter(processes, _ -> {}, Patience.TOTAL)
        .start(new Launch("sleeper", List.of(port), List.of(command), Map.of(), data, () -> false));
  }
}
