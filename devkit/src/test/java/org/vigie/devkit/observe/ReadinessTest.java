package org.vigie.devkit.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ReadinessTest {

  @Test
  void everyCheckIsKeptWithItsDetailsWhateverTheyAre() throws Exception {
    Readiness readiness =
        Readiness.parse(
            """
            {"status":"DOWN","checks":[
              {"name":"lane","status":"DOWN","data":{"suspended":1,"reason":"file gone"}},
              {"name":"pushes","status":"UP"}]}
            """);

    assertThat(readiness.ready()).isFalse();
    assertThat(readiness.problem()).isNull();
    assertThat(readiness.checks())
        .extracting(Readiness.Check::name)
        .containsExactly("lane", "pushes");
    assertThat(readiness.checks().getFirst().data())
        .hasToString("{\"suspended\":1,\"reason\":\"file gone\"}");
    assertThat(readiness.checks().getLast().data()).isNull();
  }

  @Test
  void aServiceThatIsUpIsReady() throws Exception {
    assertThat(Readiness.parse("{\"status\":\"UP\",\"checks\":[]}").ready()).isTrue();
  }

  @Test
  void anAnswerThatIsNoJsonIsAProblem() throws Exception {
    assertThat(Readiness.parse("<html>").ready()).isFalse();
    assertThat(Readiness.parse("<html>").problem()).contains("no JSON");
  }

  @Test
  void aServiceThatDoesNotAnswerIsNotReady() throws Exception {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    Readiness readiness = Readiness.ask("http://127.0.0.1:" + port);

    assertThat(readiness.ready()).isFalse();
    assertThat(readiness.problem()).startsWith("does not answer");
  }
}
