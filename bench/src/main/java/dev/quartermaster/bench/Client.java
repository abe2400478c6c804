package dev.quartermaster.bench;

import java.io.IOException;
import java.time.Duration;

/**
 * One of the concurrent clients. It calls one node as long as that answers, and goes on to the next
 * node when it does not. Used by one thread at a time.
 */
final class Client {
  private static final int MOST_ATTEMPTS = 30;
  private static final Duration WAIT_WHEN_LIMITED = Duration.ofSeconds(1);

  private final Server server;
  private int node;

  Client(Server server, int node) {
    this.server = server;
    this.node = node;
  }

  /**
   * Sends the request again and again until the answer is more than a passing obstacle, or has been
   * one too often.
   *
   * @throws NoAnswer when this request can't get through
   * @throws ServerGone when no request of any client can
   */
  Answer send(Call call) throws InterruptedException {
    Backoff backoff = new Backoff();
    Answer answer = firstAnswer(call);
    for (int attempt = 1; answer.isPassing() && attempt < MOST_ATTEMPTS; attempt++) {
      server.retries().count(answer.outcome());
      backoff.pause(answer.retryAfter().orElse(Duration.ZERO));
      answer = firstAnswer(call);
    }
    return answer;
  }

  /**
   * Sends the request until there is any answer but that of the rate limit, which it obeys.
   *
   * @throws NoAnswer when this request can't get through
   * @throws ServerGone when no request of any client can
   */
  Answer firstAnswer(Call call) throws InterruptedException {
    Answer answer = reach(call);
    while (answer.status() == 429) {
      Duration wait = answer.retryAfter().orElse(WAIT_WHEN_LIMITED);
      server.retries().count(answer.outcome());
      server.tellOfLimit(wait);
      Thread.sleep(wait);
      answer = reach(call);
    }
    return answer;
  }

  private Answer reach(Call call) throws InterruptedException {
    Backoff backoff = new Backoff();
    long start = System.nanoTime();
    for (boolean repeated = false; ; repeated = true) {
      try {
        return server.exchange(node, call);
      } catch (IOException e) {
        server.retries().count("connection");
        boolean patienceIsOver = System.nanoTime() - start > server.giveUpAfter().toNanos();
        if (patienceIsOver && server.isSilent()) {
          throw server.gone(e);
        }
        if (patienceIsOver && repeated) {
          throw new NoAnswer(call + " got no answer: " + e);
        }
        node++;
      }
      backoff.pause(Duration.ZERO);
    }
  }
}
