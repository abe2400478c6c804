package dev.quartermaster.cache.shared;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Values that any change may alter, such as lists. Each node keeps what it read itself, and all of
 * it goes with every change: at once where the change was made, and soon everywhere else, where
 * many changes in a row count as one. While a change is under way somewhere, what is read is kept
 * for a moment only, so that nothing stale is left if the node that makes it dies.
 *
 * <p>Nothing is kept in Redis: no version says which of two nodes read a list later, so that a node
 * which took the other's might go back.
 */
public final class ListCache<K, V> implements CacheListener {
  private static final String BEGUN = "begun ";
  private static final String ENDED = "ended ";
  private static final String MISSED = "missed";

  /** At least so long a node lets others' changes pass between two times that it drops lists. */
  private static final Duration BETWEEN_DROPS = Duration.ofMillis(250);

  private final Cacheable what;
  private final RedisLink link;
  private final CacheMetrics metrics;
  private final NearCache<K, V> near;
  private final Throttle dropsForOthers;
  private final ChangesUnderWay changes;
  private final String node = UUID.randomUUID().toString();
  private final AtomicLong ownChanges = new AtomicLong();
  private final AtomicBoolean othersMissedOne = new AtomicBoolean();
  private boolean wasDown = true;

  /** A cache that is empty. */
  public ListCache(
      Cacheable what, ToIntFunction<V> weight, CacheLink link, MeterRegistry registry) {
    this(what, weight, link, registry, Ticker.systemTicker());
  }

  ListCache(
      Cacheable what,
      ToIntFunction<V> weight,
      CacheLink link,
      MeterRegistry registry,
      Ticker ticker) {
    this.what = what;
    this.link = link.redis();
    this.metrics = new CacheMetrics(registry, what);
    this.near = new NearCache<>(what, weight, metrics, ticker);
    this.dropsForOthers = new Throttle(BETWEEN_DROPS, ticker, near::dropAll);
    this.changes = new ChangesUnderWay(ticker);
    changes.began(MISSED);
    link.join(what, this);
  }

  /** The value that is kept, or else what the database has. */
  public V find(K key, Supplier<V> database) {
    dropsForOthers.runIfDue();
    return near.find(key, () -> read(database)).orElseThrow();
  }

  /**
   * Begins a change that is not committed yet.
   *
   * @return what ends it, to be run once it is
   */
  public Runnable beginChange() {
    String change = node + ":" + ownChanges.incrementAndGet();
    changes.began(change);
    near.dropAll();
    tell(BEGUN + change);
    return () -> endChange(change);
  }

  private void endChange(String change) {
    changes.ended(change);
    near.dropAll();
    tell(ENDED + change);
  }

  private void tell(String message) {
    link.post(CacheLink.publication(what, message), () -> othersMissedOne.set(true));
  }

  /** What happened while nothing was heard is not known, so a change may be under way. */
  @Override
  public void alive(RedisCommands commands) {
    if (wasDown) {
      wasDown = false;
      changes.began(MISSED);
    }
    if (othersMissedOne.compareAndSet(true, false)) {
      Request publication = CacheLink.publication(what, MISSED);
      commands.send(publication).onFailure(_ -> othersMissedOne.set(true));
    }
  }

  @Override
  public void message(String message) {
    if (message.startsWith(BEGUN + node) || message.startsWith(ENDED + node)) {
      return;
    }
    if (message.startsWith(BEGUN)) {
      changes.began(message.substring(BEGUN.length()));
    } else if (message.startsWith(ENDED)) {
      changes.ended(message.substring(ENDED.length()));
    }
    dropsForOthers.request();
  }

  @Override
  public void down() {
    wasDown = true;
    near.dropAll();
  }

  private Loaded<V> read(Supplier<V> database) {
    boolean hearsOfChanges = link.isUp();
    if (hearsOfChanges) {
      metrics.miss();
    } else {
      metrics.bypass();
    }
    Optional<V> value = Optional.of(metrics.load(database));
    return hearsOfChanges && changes.areNone()
        ? Loaded.confirmed(what, value, what.fresh())
        : Loaded.unconfirmed(value);
  }
}
