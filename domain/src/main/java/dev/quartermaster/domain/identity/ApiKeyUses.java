package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.ApiKeyId;
import java.time.Instant;

/** Notes when API keys are used. Safe for use by many threads at once. */
public interface ApiKeyUses {
  /**
   * Notes that a key was used, at most once in {@link ApiKey#USE_NOTED_EVERY}. Returns at once and
   * never fails: the note is written after the return, outside of the caller's transaction, and is
   * lost should the store be away. Becomes the {@link ApiKey#lastUsedAt}.
   */
  void note(ApiKeyId key, Instant at);
}
