package dev.quartermaster.cache.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.quartermaster.cache.shared.LinkSubscriber;
import dev.quartermaster.cache.shared.LinkTiming;
import dev.quartermaster.cache.shared.RedisLink;
import dev.quartermaster.cache.shared.RedisUnavailable;
import dev.quartermaster.domain.catalog.Product;
import dev.quartermaster.domain.catalog.ProductId;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future.State;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Two levels of cache: this node's memory, and Redis for all nodes. What is in memory was in Redis,
 * and goes when Redis tells that it changed; so memory is used only while Redis is known to tell.
 * Without Redis every read goes to the database.
 */
@Singleton
final class ProductCache implements LinkSubscriber {
  private static final int MAX_NEAR = 10_000;
  private static final Duration NEAR_LIFETIME = Duration.ofSeconds(60);

  private final RedisLink link;
  private final SharedProducts shared;
  private final ProductCacheMetrics metrics;
  private final Cache<ProductId, Product> near =
      Caffeine.newBuilder().maximumSize(MAX_NEAR).expireAfterWrite(NEAR_LIFETIME).build();
  // A load that is no longer in here was overtaken by a change: nobody joins it, and what it finds
  // is not kept.
  private final ConcurrentMap<ProductId, FutureTask<Found>> loads = new ConcurrentHashMap<>();

  @Inject
  ProductCache(Vertx vertx, Redis redis, MeterRegistry registry) {
    this(vertx, redis, registry, LinkTiming.DEFAULT);
  }

  ProductCache(Vertx vertx, Redis redis, MeterRegistry registry, LinkTiming timing) {
    this.link = new RedisLink(vertx, redis, SharedProducts.CHANNEL, this, timing);
    this.shared = new SharedProducts(link);
    this.metrics = new ProductCacheMetrics(registry, link::isUp);
  }

  void start(@Observes StartupEvent event) {
    link.start();
  }

  void stop(@Observes ShutdownEvent event) {
    link.stop();
  }

  /** The product from wherever it is nearest; many callers at once cause one look-up. */
  Optional<Product> find(ProductId id, Supplier<Optional<Product>> database) {
    if (!link.isUp()) {
      return bypassed(database);
    }
    Product kept = near.getIfPresent(id);
    if (kept != null) {
      metrics.near();
      return Optional.of(kept);
    }
    var load = new FutureTask<>(() -> looked(id, database));
    FutureTask<Found> running = loads.putIfAbsent(id, load);
    if (running != null) {
      return resultOf(running);
    }
    load.run();
    finish(id, load);
    return resultOf(load);
  }

  /** The product, if this node's memory has it. */
  Optional<Product> findNear(ProductId id) {
    Optional<Product> kept =
        link.isUp() ? Optional.ofNullable(near.getIfPresent(id)) : Optional.empty();
    kept.ifPresent(_ -> metrics.near());
    return kept;
  }

  /** The product as the database has it, past every cache. */
  Optional<Product> bypassed(Supplier<Optional<Product>> database) {
    metrics.bypass();
    return database.get();
  }

  /** Drops what is older than a version of a product, on every node. */
  void supersede(ProductId id, long version) {
    shared.supersede(id, version);
    drop(id);
  }

  /** Drops a product that was deleted, on every node and for good. */
  void supersede(ProductId id) {
    supersede(id, SharedProducts.DELETED);
  }

  @Override
  public void alive(Function<Request, Future<Response>> sender) {
    shared.catchUp(sender);
  }

  @Override
  public void message(String message) {
    drop(new ProductId(UUID.fromString(message)));
  }

  @Override
  public void down() {
    loads.clear();
    near.invalidateAll();
  }

  @Override
  public String purpose() {
    return "the cache of products";
  }

  private void drop(ProductId id) {
    loads.compute(
        id,
        (_, _) -> {
          near.invalidate(id);
          return null;
        });
  }

  private void finish(ProductId id, FutureTask<Found> load) {
    loads.computeIfPresent(
        id,
        (_, current) -> {
          if (current != load) {
            return current;
          }
          if (load.state() == State.SUCCESS && load.resultNow().keep()) {
            load.resultNow().product().ifPresent(product -> near.put(id, product));
          }
          return null;
        });
  }

  private Found looked(ProductId id, Supplier<Optional<Product>> database) {
    try {
      Optional<Product> stored = shared.find(id);
      if (stored.isPresent()) {
        metrics.redis();
        return new Found(stored, true);
      }
    } catch (RedisUnavailable e) {
      return new Found(bypassed(database), false);
    }
    metrics.miss();
    Optional<Product> read = metrics.load(database);
    return new Found(read, read.isPresent() && isStored(read.get()));
  }

  private boolean isStored(Product product) {
    try {
      return shared.offer(product);
    } catch (RedisUnavailable e) {
      return false;
    }
  }

  private static Optional<Product> resultOf(FutureTask<Found> load) {
    try {
      return load.get().product();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("the product could not be read", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the product was read", e);
    }
  }

  /**
   * What a load found.
   *
   * @param product the product, if there is one
   * @param keep whether Redis has the same
   */
  private record Found(Optional<Product> product, boolean keep) {}
}
