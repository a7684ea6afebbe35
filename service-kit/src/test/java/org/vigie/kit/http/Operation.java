package org.vigie.kit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One operation of a service under test, with a request that it takes. It is sent as it is
/// written: other clients refuse to send what these tests are about.
///
/// @param method HTTP method
/// @param path path and query, encoded as it is sent
/// @param contentType of the body; null without a body
/// @param body the body; empty without one
public record Operation(String method, String path, @Nullable String contentType, String body) {

  // Ends the wait for a service that does not answer at all.
  private static final int WAIT_SECONDS_MAX = 60;

  // Ends with the tests' process.
  private static final HttpClient CLIENT = Vertx.vertx().createHttpClient();

  public static Operation get(String path) {
    return new Operation("GET", path, null, "");
  }

  public static Operation delete(String path) {
    return new Operation("DELETE", path, null, "");
  }

  public static Operation post(String path, String json) {
    return new Operation("POST", path, "application/json", json);
  }

  public Operation at(String otherPath) {
    return new Operation(method, otherPath, contentType, body);
  }

  public Operation sending(@Nullable String otherType, String otherBody) {
    return new Operation(method, path, otherType, otherBody);
  }

  /// Sends it without a token.
  public Answer anonymously() {
    return send(null);
  }

  public Answer as(String token) {
    return send("Bearer " + token);
  }

  private Answer send(@Nullable String authorization) {
    // All in the one callback, on the client's event loop: a step attached from this thread might
    // come after the body, and wait for it for ever.
    var answer =
        CLIENT
            .request(HttpMethod.valueOf(method), RestAssured.port, "127.0.0.1", path)
            .compose(request -> answer(headed(request, authorization)));
    try {
      return answer
          .toCompletionStage()
          .toCompletableFuture()
          .get(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError(this + " is not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(this + " is not waited for", e);
    }
  }

  private Future<Answer> answer(HttpClientRequest request) {
    return request
        .send(Buffer.buffer(body, "UTF-8"))
        .compose(
            response ->
                response
                    .body()
                    .map(
                        bytes ->
                            new Answer(
                                response.statusCode(), response.headers(), bytes.toString(UTF_8))));
  }

  private HttpClientRequest headed(HttpClientRequest request, @Nullable String authorization) {
    if (authorization != null) {
      request.putHeader("Authorization", authorization);
    }
    if (contentType != null) {
      request.putHeader("Content-Type", contentType);
    }
    return request;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
