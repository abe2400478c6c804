package dev.quartermaster.domain.identity;

import java.util.Optional;

/**
 * Turns passwords into hashes that are slow to guess. Safe for use by many threads at once; how
 * many hashes are computed at a time is bounded.
 */
public interface PasswordHasher {

  /** A salted hash of the password; differs from call to call. */
  PasswordHash hash(RawPassword password);

  /** A hash that no password matches, for an account that has none; costs nothing. */
  PasswordHash unusable();

  /**
   * Whether the password is the one behind the hash. Takes the same time whether it matches, does
   * not, or there is no hash (in which case it never matches), and whatever the hash needs.
   */
  boolean matches(RawPassword password, Optional<PasswordHash> hash);

  /** Whether a hash of today would be harder to guess from, as more work is asked for since. */
  boolean needsRehash(PasswordHash hash);
}
