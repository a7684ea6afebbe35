package org.vigie.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/// What holds at the doors of every service.
public final class Doors {

  /// What may stand where an id, a name or a number is expected: encoded as it is sent.
  public static final List<String> STRANGE_VALUES =
      List.of(
          // controls, and what turns a line
          "%00",
          "a%00b",
          "%0a",
          "%0d%0aSet-Cookie:x",
          "%1b%5b2J",
          "%7f",
          "%c2%85",
          "%e2%80%ae",
          // beyond ASCII, right and wrong UTF-8
          "%c3%a9t%c3%a9",
          "%f0%9f%92%a9",
          "%d9%a1",
          "%ff",
          "%c0%80",
          "%ed%a0%80",
          "%25s%25n",
          // what other programs obey, and sizes
          "..%2f..%2fetc%2fpasswd",
          "%2e%2e",
          "'%20OR%201=1--",
          "-1",
          "1e999999999",
          "%20",
          "9".repeat(400),
          "a".repeat(3000));

  /// What is no URI, wherever it stands in one. Quarkus refuses it before there is a place to write
  /// a problem.
  private static final List<String> NO_URIS = List.of("%", "%zz", "%u0000");

  // Quarkus refuses bodies of more than 10 MiB, where it is not told otherwise.
  private static final int BEYOND_THE_FRAMEWORK_BYTES = 11 << 20;

  /// Nobody comes in without an access token of the realm made for this service.
  public static void takeOnlyAccessTokensForVigie(Collection<Operation> operations) {
    for (var operation : operations) {
      refused(operation, "no token", operation.anonymously(), 401);
      Tokens.refused().forEach((what, token) -> refused(operation, what, operation.as(token), 401));
    }
  }

  /// The token is good and gives no right to any of these.
  public static void areClosedTo(String token, Collection<Operation> operations) {
    for (var operation : operations) {
      refused(operation, "another's token", operation.as(token), 403);
    }
  }

  /// Whatever stands at `{}` of a path or query is answered, and never by a failure.
  public static void bearAnyValue(String token, Operation... operations) {
    for (var pattern : operations) {
      refusesWhatIsNoUri(token, pattern);
      for (var value : STRANGE_VALUES) {
        var operation = pattern.at(pattern.path().replace("{}", value));
        var answer = operation.as(token);
        assertThat(answer.status()).as(operation.toString()).isBetween(200, 499);
        if (answer.status() >= 400) {
          refused(operation, value, answer, answer.status());
        } else {
          carriesHeaders(operation.toString(), answer);
        }
      }
    }
  }

  private static void refusesWhatIsNoUri(String token, Operation pattern) {
    for (var value : NO_URIS) {
      var operation = pattern.at(pattern.path().replace("{}", value));
      var answer = operation.as(token);
      assertThat(answer.status()).as(operation.toString()).isEqualTo(400);
      assertThat(answer.body()).as(operation.toString()).isEmpty();
    }
  }

  /// A body beyond what the framework takes by itself gets the answer that any other gets.
  public static void answerLargeBodies(int status, String token, Operation... operations) {
    var large = "{\"name\":\"" + "a".repeat(BEYOND_THE_FRAMEWORK_BYTES) + "\"}";
    for (var operation : operations) {
      var sent = operation.sending("application/json", large);
      refused(operation, "a large body", sent.as(token), status);
    }
  }

  /// How many connections are kept at once, and for how long one on which nothing moves.
  public static void boundConnections() {
    var config = ConfigProvider.getConfig();
    assertThat(config.getOptionalValue("quarkus.http.limits.max-connections", Integer.class))
        .hasValue(2_000);
    assertThat(config.getOptionalValue("quarkus.http.idle-timeout", String.class)).hasValue("60S");
  }

  /// Each of the statuses, as one form.
  public static void refuse(int status, String token, Operation... operations) {
    Stream.of(operations).forEach(operation -> refused(operation, "", operation.as(token), status));
  }

  /// Asserts that an answer is a problem with that status, which tells nothing of the code.
  public static void refused(Operation operation, String why, Answer answer, int status) {
    var what = operation + " with " + why + ": " + answer.body();
    assertThat(answer.status()).as(what).isEqualTo(status);
    assertThat(answer.header("Content-Type"))
        .as(what)
        .hasSize(1)
        .allMatch(type -> type.startsWith(Problem.MEDIA_TYPE));
    carriesHeaders(what, answer);
    var problem = answer.json();
    assertThat(problem.getInteger("status")).as(what).isEqualTo(status);
    assertThat(problem.getString("title")).as(what).isNotBlank();
    assertThat(problem.getString("detail")).as(what).isNotBlank();
    assertThat(answer.body()).as(what).doesNotContain("java.", "org.vigie", "Exception");
    assertThat(problem.stream().map(member -> String.valueOf(member.getValue())))
        .as(what)
        .allMatch(text -> text.codePoints().allMatch(PlainText::isPlain));
    if (status == 401) {
      assertThat(answer.header("WWW-Authenticate")).as(what).contains("Bearer");
    }
  }

  public static void carriesHeaders(String what, Answer answer) {
    assertThat(answer.header("Cache-Control")).as(what).containsExactly("no-store");
    assertThat(answer.header("X-Content-Type-Options")).as(what).containsExactly("nosniff");
  }

  private Doors() {}
}
