package dev.quartermaster.cache.shared;

import dev.quartermaster.domain.shared.RatePolicy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Counts what was granted and refused, and what a node had to decide alone. */
final class RateLimitMetrics {
  private final Map<RatePolicy, Counters> counters = new EnumMap<>(RatePolicy.class);

  RateLimitMetrics(MeterRegistry registry, BooleanSupplier isUp) {
    for (RatePolicy policy : RatePolicy.values()) {
      counters.put(
          policy,
          new Counters(
              requests(registry, policy, "granted"),
              requests(registry, policy, "refused"),
              Counter.builder("quartermaster.rate.limit.fallbacks")
                  .description("What a node counted alone, as Redis did not answer")
                  .tag("policy", policy.code())
                  .register(registry)));
    }
    Gauge.builder("quartermaster.rate.limit.shared", () -> isUp.getAsBoolean() ? 1 : 0)
        .description("Whether all nodes count together: 0 while Redis is away")
        .register(registry);
  }

  void decided(RatePolicy policy, boolean granted) {
    (granted ? of(policy).granted : of(policy).refused).increment();
  }

  void countedAlone(RatePolicy policy) {
    of(policy).fallbacks.increment();
  }

  private Counters of(RatePolicy policy) {
    return Objects.requireNonNull(counters.get(policy));
  }

  private static Counter requests(MeterRegistry registry, RatePolicy policy, String result) {
    return Counter.builder("quartermaster.rate.limit.requests")
        .description("What was asked for under a rate limit")
        .tags("policy", policy.code(), "result", result)
        .register(registry);
  }

  private record Counters(Counter granted, Counter refused, Counter fallbacks) {}
}
