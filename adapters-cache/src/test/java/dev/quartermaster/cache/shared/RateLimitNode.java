package dev.quartermaster.cache.shared;

import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.domain.shared.RatePolicy;
import dev.quartermaster.testkit.shared.SettableClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A node of the application, as far as it limits rates. */
final class RateLimitNode implements AutoCloseable {
  static final Duration WINDOW = Duration.ofMinutes(15);

  private final Node node;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:15:30Z"));
  private final RedisRateLimits limits;

  /** A node that limits log-ins and the API, and nothing else. */
  RateLimitNode(EmbeddedRedis server, int limit, LinkTiming timing) {
    var settings =
        new RateLimitSettings(new RateLimit(limit, WINDOW), RatePolicy.LOGIN, RatePolicy.API);
    this.node = new Node(server.address());
    this.limits =
        new RedisRateLimits(settings, node.vertx(), node.redis(), node.registry(), clock, timing);
    limits.start(new StartupEvent());
  }

  RateLimits limits() {
    return limits;
  }

  /** The clock of what the node counts alone. */
  SettableClock clock() {
    return clock;
  }

  /** How many of those that asked were granted one. */
  long granted(String subject, int times) {
    List<Boolean> granted = new ArrayList<>();
    for (int time = 0; time < times; time++) {
      granted.add(limits.take(RatePolicy.LOGIN, subject).orElseThrow().granted());
    }
    return granted.stream().filter(yes -> yes).count();
  }

  double requests(String result) {
    return node.count("quartermaster.rate.limit.requests", "policy", "login", "result", result);
  }

  double fallbacks() {
    return node.count("quartermaster.rate.limit.fallbacks", "policy", "login");
  }

  /** The keys of all counts in Redis. */
  List<String> keys() {
    return ask(Request.cmd(Command.KEYS).arg(RedisRateLimits.KEY_PREFIX + "*")).stream()
        .map(Response::toString)
        .toList();
  }

  Response ask(Request request) {
    return node.ask(request);
  }

  void awaitUp() {
    Node.await(this::isUp);
  }

  void awaitDown() {
    Node.await(() -> !isUp());
  }

  private boolean isUp() {
    return node.is("quartermaster.rate.limit.shared");
  }

  @Override
  public void close() {
    limits.stop(new ShutdownEvent());
    node.close();
  }
}
