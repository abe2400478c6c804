package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.ApiKeyHash;
import dev.quartermaster.domain.identity.ApiKeySecrets;
import dev.quartermaster.domain.identity.RawApiKey;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Knows its keys by having made them. */
public final class InMemoryApiKeySecrets implements ApiKeySecrets {
  private final Map<RawApiKey, Reading> made = new ConcurrentHashMap<>();

  @Override
  public RawApiKey generate() {
    String prefix = "qm_" + hex().substring(0, 16);
    RawApiKey key = new RawApiKey(prefix + "_" + hex() + hex());
    made.put(key, new Reading(prefix, new ApiKeyHash(hex() + hex())));
    return key;
  }

  /** A well-formed key that begins as another one, with that secret. */
  public RawApiKey withPrefixOf(RawApiKey other, String secret) {
    String prefix = read(other).orElseThrow().prefix();
    RawApiKey key = new RawApiKey(prefix + "_" + secret);
    made.put(key, new Reading(prefix, new ApiKeyHash(hex() + hex())));
    return key;
  }

  @Override
  public Optional<Reading> read(RawApiKey key) {
    return Optional.ofNullable(made.get(key));
  }

  private static String hex() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
