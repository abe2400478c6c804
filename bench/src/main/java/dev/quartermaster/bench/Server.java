package dev.quartermaster.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** The nodes under load, and what all clients together know of them. */
final class Server implements AutoCloseable {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

  private final List<URI> addresses;
  private final Duration giveUpAfter;
  private final Screen screen;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Tally retries = new Tally();
  private final AtomicLong lastAnswer = new AtomicLong(System.nanoTime());
  private final AtomicBoolean toldOfLimit = new AtomicBoolean();

  Server(Target target, Screen screen) {
    this.addresses = target.addresses();
    this.giveUpAfter = target.giveUpAfter();
    this.screen = screen;
  }

  /** A client that prefers one of the nodes: the first of many clients, the first node, and on. */
  Client client(int number) {
    return new Client(this, number);
  }

  Tally retries() {
    return retries;
  }

  Duration giveUpAfter() {
    return giveUpAfter;
  }

  /** Sends the request to a node, once. */
  Answer exchange(int node, Call call) throws IOException, InterruptedException {
    Answer answer = Answer.of(call, http.send(request(node, call), BodyHandlers.ofString()));
    lastAnswer.set(System.nanoTime());
    return answer;
  }

  private HttpRequest request(int node, Call call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address(node) + "/api/v1" + call.path()))
            .timeout(LONGEST_ANSWER)
            .header("Accept", "application/json, application/problem+json")
            .method(
                call.method(),
                call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    call.body().ifPresent(_ -> request.header("Content-Type", call.contentType()));
    if (call.method().equals("PUT")) {
      request.header("If-Match", "*");
    }
    call.idempotencyKey().ifPresent(key -> request.header("Idempotency-Key", key));
    call.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return request.build();
  }

  private URI address(int node) {
    return addresses.get(Math.floorMod(node, addresses.size()));
  }

  /** Whether no client has got an answer for the whole time of patience. */
  boolean isSilent() {
    return System.nanoTime() - lastAnswer.get() > giveUpAfter.toNanos();
  }

  ServerGone gone(IOException cause) {
    return new ServerGone(
        "no answer for %s from %s (%s)"
            .formatted(
                Target.text(giveUpAfter),
                addresses.stream().map(URI::toString).collect(Collectors.joining(", ")),
                cause));
  }

  void tellOfLimit(Duration wait) {
    if (toldOfLimit.compareAndSet(false, true)) {
      screen.tell(
          "rate limited: waiting "
              + Target.text(wait)
              + " as told; for a load test, start the server with QUARTERMASTER_RATE_LIMIT_API=off");
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
