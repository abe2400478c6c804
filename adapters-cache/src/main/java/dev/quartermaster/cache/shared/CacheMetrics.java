package dev.quartermaster.cache.shared;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Objects;
import java.util.function.Supplier;

/** Counts where reads through a cache were answered, and how long the database took. */
final class CacheMetrics {
  private static final String CACHE = "cache";

  private final Counter near;
  private final Counter stale;
  private final Counter negative;
  private final Counter joined;
  private final Counter redis;
  private final Counter miss;
  private final Counter bypass;
  private final Counter evictions;
  private final Timer load;

  CacheMetrics(MeterRegistry registry, Cacheable what) {
    this.near = requests(registry, what, "near");
    this.stale = requests(registry, what, "stale");
    this.negative = requests(registry, what, "negative");
    this.joined = requests(registry, what, "joined");
    this.redis = requests(registry, what, "redis");
    this.miss = requests(registry, what, "miss");
    this.bypass = requests(registry, what, "bypass");
    this.evictions =
        Counter.builder("quartermaster.cache.evictions")
            .description("What a node's memory had no room for")
            .tag(CACHE, what.code())
            .register(registry);
    this.load =
        Timer.builder("quartermaster.cache.load")
            .description("Reads of the database that fill the cache")
            .tag(CACHE, what.code())
            .register(registry);
  }

  void near() {
    near.increment();
  }

  void stale() {
    stale.increment();
  }

  void negative() {
    negative.increment();
  }

  void joined() {
    joined.increment();
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

  void evicted() {
    evictions.increment();
  }

  <T> T load(Supplier<T> database) {
    return Objects.requireNonNull(load.record(database));
  }

  private static Counter requests(MeterRegistry registry, Cacheable what, String result) {
    return Counter.builder("quartermaster.cache.requests")
        .description("Reads by where they were answered")
        .tags(CACHE, what.code(), "result", result)
        .register(registry);
  }
}
