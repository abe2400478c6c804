package dev.quartermaster.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks nodes whether they are ready. */
final class Health implements AutoCloseable {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(LONGEST_ANSWER)
          .build();

  boolean isReady(URI address) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/health/ready")).timeout(LONGEST_ANSWER).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
