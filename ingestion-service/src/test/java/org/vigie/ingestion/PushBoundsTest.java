package org.vigie.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vigie.kit.http.Tokens;

/// More pushes than the service takes in hand, and senders that never come to an end.
@QuarkusTest
@WithTestResource(OidcWiremockTestResource.class)
@WithTestResource(ServiceResources.class)
class PushBoundsTest {

  // The share of a client.
  private static final int IN_HAND = 136;

  private static final String BODY =
      """
      [{"siret":"12345678200015","periode":1023,"enc_direct":4,"cotis_due":4,"knownAt":"2020-01-01"}]\
      """;

  // On a busy machine.
  private static final Duration LONG = Duration.ofMinutes(1);

  @Inject LogInMemory log;

  @Test
  void fiveTimesTheBoundLosesNothingAndEndsNothing() {
    var held = log.holdPushes();
    var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
    try (var client = HttpClient.newHttpClient()) {
      for (int push = 0; push < 5 * IN_HAND; push++) {
        answers.add(push(client, "busy"));
      }
      await()
          .atMost(LONG)
          .until(() -> answers.stream().filter(CompletableFuture::isDone).count() >= 4 * IN_HAND);
      var beside = push(client, "beside");
      held.countDown();
      assertThat(beside.join().statusCode()).isEqualTo(200);
      var all = answers.stream().map(CompletableFuture::join).toList();

      assertThat(all).extracting(HttpResponse::statusCode).containsOnly(200, 503);
      assertThat(all)
          .filteredOn(answer -> answer.statusCode() == 503)
          .anySatisfy(answer -> assertThat(answer.body()).contains("of this client are in hand"))
          .allSatisfy(
              answer -> assertThat(answer.headers().firstValue("Retry-After")).hasValue("2"));
      assertThat(all)
          .filteredOn(answer -> answer.statusCode() == 200)
          .allSatisfy(answer -> assertThat(records(answer.body())).isEqualTo(1));
      assertThat(push(client, "busy").join().statusCode()).isEqualTo(200);
    } finally {
      held.countDown();
    }
  }

  @Test
  void slowSendersOfSomeClientsSilenceNoOther() {
    var slow = new ArrayList<Sender>();
    for (int i = 0; i < 20; i++) {
      slow.add(new Sender("slow " + i % 4, 4 << 20));
    }
    try (var client = HttpClient.newHttpClient()) {
      slow.forEach(Sender::sendOneByte);
      assertThat(push(client, "beside").join().statusCode()).isEqualTo(200);
    }
    await()
        .atMost(LONG)
        .until(
            () -> slow.stream().filter(Sender::sendOneByteUnlessAnswered).count() == slow.size());
    assertThat(slow).extracting(Sender::answer).allMatch(answer -> answer.contains(" 408 "));
  }

  @Test
  void aTokenIsAskedForBeforeABodyIsRead() {
    assertThat(new Sender(null, 4 << 20).answer()).contains(" 401 ");
  }

  @Test
  void aBodyThatIsAnnouncedTooLargeIsNotWaitedFor() {
    assertThat(new Sender("large", (4 << 20) + 1).answer()).contains(" 413 ");
  }

  @Test
  void aSenderThatWasAnsweredAndDoesNotEndIsCutOff() {
    var sender = new Sender(null, 4 << 20);
    assertThat(sender.answer()).contains(" 401 ");
    await().atMost(LONG).until(sender::isCutOff);
  }

  private long records(String answer) {
    var delivery = JsonPath.from(answer).getString("delivery");
    return log.sourceRecords().stream().filter(r -> r.getDelivery().equals(delivery)).count();
  }

  private static CompletableFuture<HttpResponse<String>> push(HttpClient client, String partner) {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port() + "/sources/cotisation/facts"))
            .header("Authorization", "Bearer " + Tokens.partner(partner, "cotisation"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .version(HttpClient.Version.HTTP_1_1)
            .POST(BodyPublishers.ofString(BODY))
            .build();
    return client.sendAsync(request, BodyHandlers.ofString());
  }

  private static int port() {
    return RestAssured.port;
  }

  /// A connection on which a push is announced; its body comes byte by byte.
  private static final class Sender {

    private final Socket socket;
    private final BufferedReader answers;
    private @Nullable String answer;

    /// @param partner null for one without a token
    Sender(@Nullable String partner, int announced) {
      var token =
          partner == null
              ? ""
              : "Authorization: Bearer " + Tokens.partner(partner, "cotisation") + "\r\n";
      try {
        socket = new Socket("127.0.0.1", RestAssured.port);
        answers =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        send(
            "POST /sources/cotisation/facts HTTP/1.1\r\nHost: localhost\r\n"
                + token
                + "Content-Type: application/json\r\nIdempotency-Key: "
                + UUID.randomUUID()
                + "\r\nContent-Length: "
                + announced
                + "\r\n\r\n");
      } catch (IOException e) {
        throw new UncheckedIOException("no connection to the service", e);
      }
    }

    private void send(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    void sendOneByte() {
      try {
        send(" ");
      } catch (IOException e) {
        throw new UncheckedIOException("cut off before an answer came", e);
      }
    }

    boolean sendOneByteUnlessAnswered() {
      if (answer == null && !isAnswered()) {
        sendOneByte();
        return false;
      }
      answer();
      return true;
    }

    private boolean isAnswered() {
      try {
        return answers.ready();
      } catch (IOException e) {
        throw new UncheckedIOException("cut off before an answer came", e);
      }
    }

    /// The first line of the answer.
    String answer() {
      try {
        answer = answer == null ? String.valueOf(answers.readLine()) : answer;
        return answer;
      } catch (IOException e) {
        throw new UncheckedIOException("no answer", e);
      }
    }

    boolean isCutOff() throws IOException {
      while (answers.ready()) {
        answers.read();
      }
      try {
        send(" ");
        return false;
      } catch (IOException _) {
        return true;
      }
    }
  }
}
