package dev.quartermaster.bootstrap.operations;

import dev.quartermaster.application.webhooks.AttemptDelivery;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.interceptor.Interceptor;
import java.util.Locale;

/** Counts and times attempts to deliver to webhooks, by what came of them. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class WebhookMetrics implements AttemptDelivery {
  private final AttemptDelivery attemptDelivery;
  private final MeterRegistry meters;

  WebhookMetrics(@Delegate @Any AttemptDelivery attemptDelivery, MeterRegistry meters) {
    this.attemptDelivery = attemptDelivery;
    this.meters = meters;
  }

  @Override
  public Result attempt(Command command) {
    Timer.Sample sample = Timer.start(meters);
    Result result = attemptDelivery.attempt(command);
    sample.stop(
        meters.timer(
            "quartermaster.webhooks.attempts",
            "outcome",
            result.outcome().name().toLowerCase(Locale.ROOT)));
    return result;
  }
}
