package dev.quartermaster.cache.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.IntSupplier;

/** Counts who follows events at this node, and what they are given. */
final class FollowerMetrics {
  private final Counter given;
  private final Counter slow;

  FollowerMetrics(MeterRegistry registry, IntSupplier followers) {
    Gauge.builder("quartermaster.live.followers", () -> followers.getAsInt())
        .description("Who follows events at this node")
        .register(registry);
    this.given =
        Counter.builder("quartermaster.live.events.sent")
            .description("Events given to those who follow")
            .register(registry);
    this.slow =
        Counter.builder("quartermaster.live.slow.closed")
            .description("Those who did not take events as fast as they came")
            .register(registry);
  }

  void given() {
    given.increment();
  }

  void slow() {
    slow.increment();
  }
}
