package dev.quartermaster.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.shared.RateLimits;
import dev.quartermaster.domain.shared.RatePolicy;
import dev.quartermaster.testkit.shared.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A node of the application, as far as it limits rates. */
final class RateLimitNode implements AutoCloseable {
  /** Far longer than anything here takes; only a defect reaches it. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Lets a busy machine take its time; Redis is noticed to be gone by its connections alone. */
  static final LinkTiming PATIENT =
      new LinkTiming(PATIENCE, PATIENCE, PATIENCE, Duration.ofMillis(100));

  /** Notices a Redis that hangs. */
  static final LinkTiming IMPATIENT =
      new LinkTiming(
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          Duration.ofMillis(500),
          Duration.ofMillis(100));

  static final Duration WINDOW = Duration.ofMinutes(15);

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:15:30Z"));
  private final Redis redis;
  private final RedisRateLimits limits;

  /** A node that limits log-ins and the API, and nothing else. */
  RateLimitNode(EmbeddedRedis server, int limit, LinkTiming timing) {
    var settings =
        new RateLimitSettings(new RateLimit(limit, WINDOW), RatePolicy.LOGIN, RatePolicy.API);
    this.redis = Redis.createClient(vertx, server.address());
    this.limits = new RedisRateLimits(settings, vertx, redis, registry, clock, timing);
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
    return registry
        .get("quartermaster.rate.limit.requests")
        .tags("policy", "login", "result", result)
        .counter()
        .count();
  }

  double fallbacks() {
    return registry
        .get("quartermaster.rate.limit.fallbacks")
        .tags("policy", "login")
        .counter()
        .count();
  }

  /** The keys of all counts in Redis. */
  List<String> keys() {
    return ask(Request.cmd(Command.KEYS).arg(RedisRateLimits.KEY_PREFIX + "*")).stream()
        .map(Response::toString)
        .toList();
  }

  Response ask(Request request) {
    return redis.send(request).toCompletionStage().toCompletableFuture().join();
  }

  void awaitUp() {
    await(this::isUp);
  }

  void awaitDown() {
    await(() -> !isUp());
  }

  static void await(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start).isLessThan(PATIENCE.toNanos());
      LockSupport.parkNanos(1_000_000);
    }
  }

  private boolean isUp() {
    return registry.get("quartermaster.rate.limit.shared").gauge().value() == 1;
  }

  @Override
  public void close() {
    limits.stop(new ShutdownEvent());
    redis.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
