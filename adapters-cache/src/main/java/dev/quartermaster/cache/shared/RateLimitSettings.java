package dev.quartermaster.cache.shared;

import dev.quartermaster.domain.shared.RatePolicy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The limit of each policy, as {@code quartermaster.rate-limit.<policy>} sets it. */
@Singleton
final class RateLimitSettings {
  private final Map<RatePolicy, RateLimit> limits = new EnumMap<>(RatePolicy.class);

  @Inject
  RateLimitSettings(Config config) {
    for (RatePolicy policy : RatePolicy.values()) {
      String setting =
          config.getValue("quartermaster.rate-limit." + policy.code(), String.class).strip();
      RateLimit.parse(setting).ifPresent(limit -> limits.put(policy, limit));
    }
  }

  /** The same limit for the policies named, and none for the others. */
  RateLimitSettings(RateLimit limit, RatePolicy... policies) {
    Arrays.stream(policies).forEach(policy -> limits.put(policy, limit));
  }

  /** The policy's limit; empty when it sets none. */
  Optional<RateLimit> of(RatePolicy policy) {
    return Optional.ofNullable(limits.get(policy));
  }
}
