package dev.quartermaster.cache.shared;

import java.time.Duration;
import java.util.Optional;

/**
 * What was found for a key, and how long it may be kept if no change drops it.
 *
 * @param value the value, if there is one
 * @param fresh how long it is as good as found just now
 * @param stale how much longer it may be served while it is looked for again
 */
record Loaded<V>(Optional<V> value, Duration fresh, Duration stale) {

  /** What the node will be told the end of, at an age for which its cache may still keep it. */
  static <V> Loaded<V> confirmed(Cacheable what, Optional<V> value, Duration left) {
    if (value.isPresent()) {
      return new Loaded<>(value, left, what.stale());
    }
    Duration known = left.compareTo(what.absent()) < 0 ? left : what.absent();
    return new Loaded<>(value, known, Duration.ZERO);
  }

  /** What the node may not be told the end of. */
  static <V> Loaded<V> unconfirmed(Optional<V> value) {
    return new Loaded<>(value, Cacheable.UNCONFIRMED, Duration.ZERO);
  }
}
