package dev.quartermaster.cache.shared;

import static java.util.stream.Collectors.toMap;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Values by key, from this node's memory, or else from Redis, or else from the database. What is in
 * memory goes when Redis tells that it changed; what Redis does not vouch for is kept for a moment
 * only, so that a database is spared even while Redis is away.
 */
public final class TieredCache<K, V> implements CacheListener {
  private static final Pattern KEYS = Pattern.compile(" ");

  private final Cacheable what;
  private final CachedForm<K, V> form;
  private final CacheMetrics metrics;
  private final SharedEntries<K, V> shared;
  private final NearCache<K, V> near;

  /** A cache that is empty here, and in Redis as other nodes left it. */
  public TieredCache(
      Cacheable what, CachedForm<K, V> form, CacheLink link, MeterRegistry registry) {
    this(what, form, link, registry, Ticker.systemTicker());
  }

  TieredCache(
      Cacheable what,
      CachedForm<K, V> form,
      CacheLink link,
      MeterRegistry registry,
      Ticker ticker) {
    this.what = what;
    this.form = form;
    this.metrics = new CacheMetrics(registry, what);
    this.shared = new SharedEntries<>(what, form, link.redis());
    this.near = new NearCache<>(what, _ -> 1, metrics, ticker);
    link.join(what, this);
  }

  /** The value, or that there is none, from wherever that is nearest. */
  public Optional<V> find(K key, Supplier<Optional<V>> database) {
    return near.find(key, () -> look(key, database));
  }

  /** The value, if this node's memory has it: without waiting for anything or anybody. */
  public Optional<V> findAtHand(K key) {
    return near.findAtHand(key);
  }

  /** The value as the database has it, past every cache. */
  public Optional<V> bypass(Supplier<Optional<V>> database) {
    metrics.bypass();
    return database.get();
  }

  /** Drops what is older than these versions, on every node. */
  public void supersede(Map<K, Long> versions) {
    shared.supersede(versions);
    versions.keySet().forEach(near::drop);
  }

  /** Drops values that are deleted, on every node and for good. */
  public void supersedeForGood(Collection<K> keys) {
    supersede(
        keys.stream().distinct().collect(toMap(Function.identity(), _ -> SharedEntries.GONE)));
  }

  @Override
  public void alive(RedisCommands commands) {
    shared.trustAgain(commands);
  }

  @Override
  public void message(String message) {
    if (message.equals(SharedEntries.ALL)) {
      near.dropAll();
    } else {
      KEYS.splitAsStream(message).map(form::readKey).forEach(near::drop);
    }
  }

  @Override
  public void down() {
    shared.distrust();
    near.dropAll();
  }

  private Loaded<V> look(K key, Supplier<Optional<V>> database) {
    try {
      SharedEntries.Look<V> look = shared.find(key);
      return look.stored().map(this::found).orElseGet(() -> miss(key, look, database));
    } catch (RedisUnavailable e) {
      metrics.bypass();
      return Loaded.unconfirmed(metrics.load(database));
    }
  }

  private Loaded<V> found(SharedEntries.Stored<V> stored) {
    if (stored.value().isPresent()) {
      metrics.redis();
    } else {
      metrics.negative();
    }
    return Loaded.confirmed(what, stored.value(), stored.left());
  }

  private Loaded<V> miss(K key, SharedEntries.Look<V> look, Supplier<Optional<V>> database) {
    metrics.miss();
    Optional<V> value = metrics.load(database);
    return confirmation(key, look, value)
        .map(lifetime -> Loaded.confirmed(what, value, lifetime))
        .orElseGet(() -> Loaded.unconfirmed(value));
  }

  private Optional<Duration> confirmation(K key, SharedEntries.Look<V> look, Optional<V> value) {
    try {
      return shared.offer(key, look, value);
    } catch (RedisUnavailable e) {
      return Optional.empty();
    }
  }
}
