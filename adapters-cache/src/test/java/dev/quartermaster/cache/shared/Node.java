package dev.quartermaster.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What every node of the application has. */
public final class Node implements AutoCloseable {
  /**
   * Far longer than anything here takes, and shorter than what is cached lives by itself; only a
   * defect reaches it.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  /** Lets a busy machine take its time; Redis is noticed to be gone by its connections alone. */
  public static final LinkTiming PATIENT =
      new LinkTiming(PATIENCE, PATIENCE, PATIENCE, Duration.ofMillis(100));

  /** Notices a Redis that hangs. */
  public static final LinkTiming IMPATIENT =
      new LinkTiming(
          Duration.ofMillis(50),
          Duration.ofMillis(100),
          Duration.ofMillis(500),
          Duration.ofMillis(100));

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Redis redis;

  /** A node with a Redis at that address. */
  public Node(String redisAddress) {
    this.redis = Redis.createClient(vertx, redisAddress);
  }

  public Vertx vertx() {
    return vertx;
  }

  public Redis redis() {
    return redis;
  }

  public SimpleMeterRegistry registry() {
    return registry;
  }

  /** How often something was counted. */
  public double count(String meter, String... tags) {
    return registry.get(meter).tags(tags).counter().count();
  }

  /** Whether a gauge says so. */
  public boolean is(String gauge) {
    return registry.get(gauge).gauge().value() == 1;
  }

  /** What Redis answers. */
  public Response ask(Request request) {
    return redis.send(request).toCompletionStage().toCompletableFuture().join();
  }

  /** Waits until the condition is met. */
  public static void await(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - start).isLessThan(PATIENCE.toNanos());
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() {
    redis.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
