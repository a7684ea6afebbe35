package org.vigie.devkit.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Asks whether a process answers.
final class Http {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  static boolean answers(String url) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).GET().build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
  }

  private Http() {}
}
