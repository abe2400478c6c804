package dev.quartermaster.cache.catalog;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Counts where reads of products were answered, and how long the database took. */
final class ProductCacheMetrics {
  private static final String CACHE = "cache";
  private static final String PRODUCTS = "products";

  private final Counter near;
  private final Counter redis;
  private final Counter miss;
  private final Counter bypass;
  private final Timer load;

  ProductCacheMetrics(MeterRegistry registry, BooleanSupplier isUp) {
    this.near = requests(registry, "near");
    this.redis = requests(registry, "redis");
    this.miss = requests(registry, "miss");
    this.bypass = requests(registry, "bypass");
    this.load =
        Timer.builder("quartermaster.cache.load")
            .description("Reads of the database that fill the cache")
            .tag(CACHE, PRODUCTS)
            .register(registry);
    Gauge.builder("quartermaster.cache.up", () -> isUp.getAsBoolean() ? 1 : 0)
        .description("Whether the cache is in use: 0 while Redis is away")
        .tag(CACHE, PRODUCTS)
        .register(registry);
  }

  void near() {
    near.increment();
  }

  void redis() {
    redis.increment();
  }

  void miss() {
    miss.increment();
  }

  void bypass() {
    bypass.increment();
  }

  <T> T load(Supplier<T> database) {
    return Objects.requireNonNull(load.record(database));
  }

  private static Counter requests(MeterRegistry registry, String result) {
    return Counter.builder("quartermaster.cache.requests")
        .description("Reads by where they were answered")
        .tags(CACHE, PRODUCTS, "result", result)
        .register(registry);
  }
}
