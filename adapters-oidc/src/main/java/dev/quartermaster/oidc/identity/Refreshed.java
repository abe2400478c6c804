package dev.quartermaster.oidc.identity;

import dev.quartermaster.domain.shared.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A document of a provider's. It is fetched when it is first needed and again when it has got old,
 * by one thread at a time. While the provider is away the old one serves for a while, and attempts
 * have pauses, so that not every request waits in vain.
 */
final class Refreshed<T> {
  static final Duration FRESH = Duration.ofMinutes(10);
  static final Duration KEPT_WHILE_AWAY = Duration.ofDays(1);
  static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
  static final Duration PAUSE_AFTER_MISS = Duration.ofSeconds(30);

  private static final Logger LOG = Logger.getLogger(Refreshed.class);

  private final Supplier<T> source;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Held<T> held;
  private @Nullable Failure failure;

  /**
   * @param source fetches the document; throws {@link Unavailable} when it cannot be had
   */
  Refreshed(Supplier<T> source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * The document.
   *
   * @throws Unavailable when there is none that could serve
   */
  T get() {
    Held<T> known = held;
    if (known != null && isWithin(FRESH, known.at)) {
      return known.document;
    }
    if (known != null && isWithin(KEPT_WHILE_AWAY, known.at)) {
      // Somebody else is fetching it: meanwhile the old one serves.
      return lock.tryLock() ? fetchedOr(known) : known.document;
    }
    lock.lock();
    return fetchedOr(null);
  }

  /**
   * The document, fetched anew after something was not found in it; empty when it was fetched a
   * short time ago or cannot be had.
   */
  Optional<T> getNewer() {
    Held<T> known = held;
    if (known == null || isWithin(PAUSE_AFTER_MISS, known.at)) {
      return Optional.empty();
    }
    lock.lock();
    fetchedOr(known);
    Held<T> now = held;
    return now == known ? Optional.empty() : Optional.ofNullable(now).map(newer -> newer.document);
  }

  /** Fetches under the lock, which it releases. */
  private T fetchedOr(@Nullable Held<T> old) {
    try {
      Held<T> known = held;
      if (known != null && known != old && isWithin(FRESH, known.at)) {
        return known.document;
      }
      Failure before = failure;
      if (before != null && isWithin(PAUSE_AFTER_FAILURE, before.at)) {
        return orElseThrow(old, before.reason);
      }
      return fetched(old);
    } finally {
      lock.unlock();
    }
  }

  private T fetched(@Nullable Held<T> old) {
    try {
      T document = source.get();
      held = new Held<>(document, clock.instant());
      failure = null;
      return document;
    } catch (Unavailable away) {
      failure = new Failure(away, clock.instant());
      T otherwise = orElseThrow(old, away);
      LOG.warnf("%s Its old document serves on. (%s)", away.detail(), away.getCause());
      return otherwise;
    }
  }

  private static <T> T orElseThrow(@Nullable Held<T> old, Unavailable reason) {
    if (old == null) {
      throw reason;
    }
    return old.document;
  }

  private boolean isWithin(Duration duration, Instant since) {
    return clock.instant().isBefore(since.plus(duration));
  }

  /** No record, since two fetches are two even if their documents are equal. */
  private static final class Held<T> {
    private final T document;
    private final Instant at;

    Held(T document, Instant at) {
      this.document = document;
      this.at = at;
    }
  }

  private record Failure(Unavailable reason, Instant at) {}
}
