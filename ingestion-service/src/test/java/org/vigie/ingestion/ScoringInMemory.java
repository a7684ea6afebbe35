package org.vigie.ingestion;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What scoring-service answers of models, over real HTTP: `v1` and `v2` are loaded, `broken` is
/// refused, of `ill` the service fails.
public final class ScoringInMemory implements AutoCloseable {

  private static final Map<String, String> ANSWERS =
      Map.of(
          "/models/v1", "{\"version\":\"v1\",\"state\":\"loaded\",\"reasons\":[]}",
          "/models/v2", "{\"version\":\"v2\",\"state\":\"loaded\",\"reasons\":[]}",
          "/models/broken",
              "{\"state\":\"refused\",\"reasons\":[\"date is missing\",\"golden.csv: no row\"]}");

  private final HttpServer server;

  public ScoringInMemory() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no port for scoring-service", e);
    }
    server.createContext("/", ScoringInMemory::answer);
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    String body = ANSWERS.getOrDefault(path, "{}");
    int status = path.endsWith("/ill") ? 500 : ANSWERS.containsKey(path) ? 200 : 404;
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    boolean bears = token != null && token.startsWith("Bearer ") && token.length() > 20;
    exchange.sendResponseHeaders(bears ? status : 401, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
