package dev.quartermaster.domain.identity;

import java.util.Optional;

/** Makes the texts that are API keys, and reads them. Safe for use by many threads at once. */
public interface ApiKeySecrets {
  /** A new key that nobody can guess; two are never the same. */
  RawApiKey generate();

  /** What a well-formed key says; empty for anything that no server of ours has made. */
  Optional<Reading> read(RawApiKey key);

  /**
   * What a key says.
   *
   * @param prefix the beginning of the key, by which it is known and found; no secret
   * @param hash what is stored of the key
   */
  record Reading(String prefix, ApiKeyHash hash) {}
}
