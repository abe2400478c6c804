package dev.quartermaster.bootstrap.operations;

import dev.quartermaster.application.events.MeasureEventLog;
import dev.quartermaster.domain.events.EventLogState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Shows how far publishing is behind what happened, and each subscriber behind the log. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class EventLogMetrics implements MeasureEventLog {
  private final MeasureEventLog measureEventLog;
  private final InstantSource clock;
  private final AtomicReference<Measured> measured = new AtomicReference<>(new Measured(0, 0, 0));
  private final MultiGauge behind;
  private final MultiGauge parked;

  EventLogMetrics(
      @Delegate @Any MeasureEventLog measureEventLog, MeterRegistry meters, InstantSource clock) {
    this.measureEventLog = measureEventLog;
    this.clock = clock;
    Gauge.builder("quartermaster.events.head", measured, now -> now.get().head())
        .description("The last place that was given in the log of events")
        .register(meters);
    Gauge.builder("quartermaster.events.waiting", measured, now -> now.get().waiting())
        .description("How many events were committed and are not published yet")
        .register(meters);
    Gauge.builder("quartermaster.events.lag", measured, now -> now.get().lagSeconds())
        .description("How long the oldest of those has waited")
        .baseUnit("seconds")
        .register(meters);
    this.behind =
        MultiGauge.builder("quartermaster.events.subscriber.behind")
            .description("How many events a subscriber has yet to handle")
            .register(meters);
    this.parked =
        MultiGauge.builder("quartermaster.events.subscriber.parked")
            .description("How many events a subscriber could not handle")
            .register(meters);
  }

  @Override
  public EventLogState measure() {
    EventLogState state = measureEventLog.measure();
    measured.set(new Measured(state.head(), state.waiting(), lagSeconds(state)));
    behind.register(
        state.subscribers().stream()
            .map(each -> MultiGauge.Row.of(tags(each), state.head() - each.position()))
            .toList(),
        true);
    parked.register(
        state.subscribers().stream()
            .map(each -> MultiGauge.Row.of(tags(each), each.parked()))
            .toList(),
        true);
    return state;
  }

  private double lagSeconds(EventLogState state) {
    Instant now = clock.instant();
    return state
        .oldestWaiting()
        .map(oldest -> Math.max(0, Duration.between(oldest, now).toMillis() / 1_000.0))
        .orElse(0.0);
  }

  private static Tags tags(EventLogState.Subscriber subscriber) {
    return Tags.of("subscriber", subscriber.name());
  }

  /** What the gauges show. */
  private record Measured(long head, long waiting, double lagSeconds) {}
}
