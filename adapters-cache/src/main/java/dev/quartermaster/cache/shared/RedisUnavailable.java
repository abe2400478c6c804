package dev.quartermaster.cache.shared;

import org.jspecify.annotations.Nullable;

/** Redis did not answer in time, or was not asked because it did not answer lately. */
final class RedisUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  RedisUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause, false, false);
  }
}
