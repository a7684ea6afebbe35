package org.vigie.ingestion.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.kit.body.UnreadBodies;

/// A server that keeps its requests in hand until it is told to answer.
class AdmitTest {

  private static final int MAX = 3;

  // On a busy machine.
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Vertx vertx = Vertx.vertx();
  private final List<RoutingContext> inHand = new CopyOnWriteArrayList<>();
  private final HttpServer server = vertx.createHttpServer();

  @BeforeEach
  void start() {
    var filters = new Filters();
    new RequestsInHand(MAX).register(filters);
    new UnreadBodies().register(filters);
    var router = Router.router(vertx);
    for (var filter : filters.getFilters()) {
      router.route().order(-filter.getPriority()).handler(filter.getHandler());
    }
    router.errorHandler(400, request -> request.response().setStatusCode(400).end("told"));
    router.get("/q/health/live").handler(request -> request.response().end("up"));
    router.route().handler(inHand::add);
    server.requestHandler(router).listen(0).toCompletionStage().toCompletableFuture().join();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void whatIsBeyondTheBoundIsToldToAskAgainAndHealthIsAnswered() throws IOException {
    fill();
    try (var beyond = new Connection("GET /sources", 0);
        var health = new Connection("GET /q/health/live", 0)) {
      assertThat(beyond.status()).contains(" 503 ");
      assertThat(beyond.rest()).contains("Retry-After: 2").contains("application/problem+json");
      assertThat(health.status()).contains(" 200 ");
    }
  }

  @Test
  void anAddressThatCannotBeDecodedIsLeftToThoseWhoAnswerIt() throws IOException {
    try (var undecodable = new Connection("GET /deliveries/%", 0)) {
      assertThat(undecodable.status()).contains(" 400 ");
      assertThat(undecodable.rest()).contains("content-length: 4");
    }
  }

  @Test
  void whatIsAnsweredMakesRoom() throws IOException {
    for (int round = 0; round < 3; round++) {
      fill();
      inHand.forEach(request -> request.response().end());
      inHand.clear();
    }
  }

  @Test
  void whoGoesAwayMakesRoom() throws IOException {
    for (var connection : fill()) {
      connection.close();
    }
    inHand.clear();
    await().atMost(LONG).until(this::isTaken);
  }

  private boolean isTaken() throws IOException {
    try (var again = new Connection("GET /sources", 0)) {
      await().atMost(LONG).until(() -> !inHand.isEmpty() || again.answers.ready());
      return !inHand.isEmpty();
    }
  }

  @Test
  void theRestOfABodyWhoseRequestWasAnsweredIsWaitedForAShortWhile() throws IOException {
    try (var sender = new Connection("POST /sources", 1_000)) {
      await().atMost(LONG).until(() -> inHand.size() == 1);
      inHand.getFirst().request().pause();
      inHand.getFirst().response().setStatusCode(401).end();
      assertThat(sender.status()).contains(" 401 ");
      await().atMost(LONG).until(sender::isCutOff);
    }
  }

  @Test
  void aConnectionWhoseRestHasComeIsUsedAgain() throws IOException {
    try (var sender = new Connection("POST /sources", 1_000)) {
      await().atMost(LONG).until(() -> inHand.size() == 1);
      inHand.getFirst().request().pause();
      inHand.getFirst().response().setStatusCode(401).end();
      assertThat(sender.status()).contains(" 401 ");
      sender.rest();
      sender.send("x".repeat(1_000) + "GET /q/health/live HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(sender.status()).contains(" 200 ");
    }
  }

  private List<Connection> fill() throws IOException {
    var connections = new CopyOnWriteArrayList<Connection>();
    for (int i = 0; i < MAX; i++) {
      connections.add(new Connection("GET /sources", 0));
    }
    await().atMost(LONG).until(() -> inHand.size() == MAX);
    return connections;
  }

  private final class Connection implements AutoCloseable {

    private final Socket socket = new Socket("127.0.0.1", server.actualPort());
    private final BufferedReader answers =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));

    Connection(String request, int announced) throws IOException {
      send(request + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + announced + "\r\n\r\n");
    }

    void send(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /// The first line of an answer.
    String status() throws IOException {
      return String.valueOf(answers.readLine());
    }

    /// The head of an answer after its first line.
    String rest() throws IOException {
      var rest = new StringBuilder();
      for (var line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
        rest.append(line).append('\n');
      }
      return rest.toString();
    }

    boolean isCutOff() {
      try {
        send("x");
        return false;
      } catch (IOException _) {
        return true;
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
