package org.vigie.devkit.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.devkit.installation.Installation;
import org.vigie.devkit.installation.Secrets;
import org.vigie.devkit.installation.Slot;
import org.vigie.devkit.platform.Cast;

/// A service, and an identity provider that numbers its tokens.
@SuppressWarnings("NullAway.Init") // started before each test
class ServiceClientTest {

  private static final int TEN_MINUTES = 600;

  @TempDir Path data;

  private final AtomicInteger issued = new AtomicInteger();
  private final List<String> presented = new CopyOnWriteArrayList<>();

  private Installation installation;
  private HttpServer provider;
  private HttpServer service;
  private int lifeSeconds;

  @BeforeEach
  void start() throws IOException {
    installation =
        IntStream.iterate(24_000, base -> base + 20)
            .limit(500)
            .mapToObj(base -> Installation.open(Path.of(".."), data, base))
            .filter(this::startsProvider)
            .findFirst()
            .orElseThrow();
    service = server(Slot.INGESTION_SERVICE);
    service.createContext(
        "/",
        exchange -> {
          presented.add(exchange.getRequestHeaders().getFirst("Authorization"));
          answer(exchange, "{}");
        });
    provider.createContext(
        "/",
        exchange ->
            answer(
                exchange,
                "{\"access_token\":\"t%d\",\"expires_in\":%d}"
                    .formatted(issued.incrementAndGet(), lifeSeconds)));
  }

  private boolean startsProvider(Installation candidate) {
    installation = candidate;
    try {
      provider = server(Slot.KEYCLOAK);
      return true;
    } catch (IOException inUse) {
      return false;
    }
  }

  @AfterEach
  void stop() {
    provider.stop(0);
    service.stop(0);
  }

  @Test
  void aTokenIsUsedAgainWhileMoreThanHalfOfItsLifeIsLeft() throws Exception {
    lifeSeconds = TEN_MINUTES;
    callTwice();

    assertThat(presented).containsExactly("Bearer t1", "Bearer t1");
  }

  @Test
  void aTokenThatEndsIsReplacedBeforeTheNextCall() throws Exception {
    lifeSeconds = 0;
    callTwice();

    assertThat(presented).containsExactly("Bearer t1", "Bearer t2");
  }

  private void callTwice() throws Exception {
    var client = new ServiceClient(installation, Secrets.of(installation), Cast.OPERATOR);
    client.get(Slot.INGESTION_SERVICE, "/controls");
    client.get(Slot.INGESTION_SERVICE, "/controls");
  }

  private HttpServer server(Slot slot) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), installation.port(slot));
    var server = HttpServer.create(address, 0);
    server.start();
    return server;
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
