package dev.quartermaster.cache.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future.State;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;

/**
 * What one node keeps in its memory, up to a weight. However many ask for a key, one of them looks
 * for its value, and the others wait for that; none waits while there is a value that was fresh
 * until lately. Looks for one key follow each other, so nobody here sees a value go back.
 */
final class NearCache<K, V> {
  private static final Logger LOG = Logger.getLogger(NearCache.class);

  /** The part of its life by which a value may be shorter, so that values do not end together. */
  private static final double JITTER = 0.1;

  private final Cacheable what;
  private final CacheMetrics metrics;
  private final Ticker ticker;
  private final Cache<K, Kept<V>> values;
  // A load that is no longer in here was overtaken by a change: nobody joins it, and what it finds
  // is not kept.
  private final ConcurrentMap<K, FutureTask<Kept<V>>> loads = new ConcurrentHashMap<>();

  NearCache(Cacheable what, ToIntFunction<V> weight, CacheMetrics metrics, Ticker ticker) {
    this.what = what;
    this.metrics = metrics;
    this.ticker = ticker;
    this.values =
        Caffeine.newBuilder()
            .ticker(ticker)
            .maximumWeight(what.capacity())
            .weigher((K _, Kept<V> kept) -> kept.value.map(weight::applyAsInt).orElse(1))
            .expireAfter(Expiry.writing((K _, Kept<V> kept) -> kept.left(ticker.read())))
            .evictionListener((_, _, cause) -> countEviction(cause))
            .build();
  }

  /** The value that is kept, or else what the loader finds. */
  Optional<V> find(K key, Supplier<Loaded<V>> loader) {
    Kept<V> kept = values.getIfPresent(key);
    if (kept == null) {
      return load(key, loader);
    }
    if (!kept.isFreshAt(ticker.read())) {
      metrics.stale();
      refresh(key, loader);
    } else if (kept.value.isPresent()) {
      metrics.near();
    } else {
      metrics.negative();
    }
    return kept.value;
  }

  /** The value, if one is kept that is fresh; nothing else is done to find it. */
  Optional<V> findAtHand(K key) {
    Kept<V> kept = values.getIfPresent(key);
    if (kept == null || kept.value.isEmpty() || !kept.isFreshAt(ticker.read())) {
      return Optional.empty();
    }
    metrics.near();
    return kept.value;
  }

  /** Forgets a key, and what is being found for it. */
  void drop(K key) {
    loads.compute(
        key,
        (_, _) -> {
          values.invalidate(key);
          return null;
        });
  }

  /** Forgets everything, and what is being found. */
  void dropAll() {
    loads.clear();
    values.invalidateAll();
  }

  private Optional<V> load(K key, Supplier<Loaded<V>> loader) {
    FutureTask<Kept<V>> load = new FutureTask<>(() -> foundMeanwhileOrBy(loader, key));
    FutureTask<Kept<V>> running = loads.putIfAbsent(key, load);
    if (running != null) {
      metrics.joined();
      return resultOf(running);
    }
    run(key, load);
    return resultOf(load);
  }

  private void refresh(K key, Supplier<Loaded<V>> loader) {
    FutureTask<Kept<V>> load = new FutureTask<>(() -> foundMeanwhileOrBy(loader, key));
    if (loads.putIfAbsent(key, load) == null) {
      Thread.startVirtualThread(
          () -> {
            run(key, load);
            if (load.state() == State.FAILED) {
              LOG.warnf(load.exceptionNow(), "one of %s could not be read again", what.code());
            }
          });
    }
  }

  /** Another load may have ended between the look and the beginning of this one. */
  private Kept<V> foundMeanwhileOrBy(Supplier<Loaded<V>> loader, K key) {
    Kept<V> kept = values.getIfPresent(key);
    return kept != null && kept.isFreshAt(ticker.read()) ? kept : kept(loader.get());
  }

  private void run(K key, FutureTask<Kept<V>> load) {
    load.run();
    loads.computeIfPresent(
        key,
        (_, current) -> {
          if (current != load) {
            return current;
          }
          if (load.state() == State.SUCCESS) {
            values.put(key, load.resultNow());
          }
          return null;
        });
  }

  private Kept<V> kept(Loaded<V> found) {
    double part = 1 - ThreadLocalRandom.current().nextDouble(JITTER);
    long freshUntil = ticker.read() + (long) (found.fresh().toNanos() * part);
    return new Kept<>(found.value(), freshUntil, freshUntil + found.stale().toNanos());
  }

  private void countEviction(RemovalCause cause) {
    if (cause == RemovalCause.SIZE) {
      metrics.evicted();
    }
  }

  private static <V> Optional<V> resultOf(FutureTask<Kept<V>> load) {
    try {
      return load.get().value;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("the value could not be read", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the value was read", e);
    }
  }

  /**
   * A value, or that there is none.
   *
   * @param value the value, if there is one
   * @param freshUntil when it should be looked for again
   * @param until when it ends
   */
  private record Kept<V>(Optional<V> value, long freshUntil, long until) {
    boolean isFreshAt(long now) {
      return now - freshUntil < 0;
    }

    Duration left(long now) {
      return Duration.ofNanos(Math.max(0, until - now));
    }
  }
}
