package dev.quartermaster.cache.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.cache.shared.LinkTiming;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import dev.quartermaster.domain.catalog.Products;
import dev.quartermaster.domain.shared.UnitOfWork;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A node of the application, as far as it caches products. */
final class Node implements AutoCloseable {
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

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Redis redis;
  private final ProductCache cache;
  private final CachedProducts products;

  Node(String redisAddress, Products database, UnitOfWork unitOfWork, LinkTiming timing) {
    this.redis = Redis.createClient(vertx, redisAddress);
    this.cache = new ProductCache(vertx, redis, registry, timing);
    this.products = new CachedProducts(database, cache, unitOfWork);
    cache.start(new StartupEvent());
  }

  Products products() {
    return products;
  }

  Optional<Product> find(ProductId id) {
    return products.find(id);
  }

  /** Reads the product, and tells where the reads were answered. */
  String whereAnswered(ProductId id) {
    List<String> places = List.of("near", "redis", "miss", "bypass");
    List<Double> before = places.stream().map(this::answered).toList();
    assertThat(find(id)).isPresent();
    return Stream.of(0, 1, 2, 3)
        .filter(place -> answered(places.get(place)) > before.get(place))
        .map(places::get)
        .findFirst()
        .orElseThrow();
  }

  /** How many reads were answered at a place. */
  double answered(String place) {
    return registry
        .get("quartermaster.cache.requests")
        .tags("cache", "products", "result", place)
        .counter()
        .count();
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
    return registry.get("quartermaster.cache.up").tags("cache", "products").gauge().value() == 1;
  }

  @Override
  public void close() {
    cache.stop(new ShutdownEvent());
    redis.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
