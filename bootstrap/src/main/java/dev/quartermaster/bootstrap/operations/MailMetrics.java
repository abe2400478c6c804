package dev.quartermaster.bootstrap.operations;

import dev.quartermaster.application.notifications.MeasureMails;
import dev.quartermaster.domain.notifications.MailLoad;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.atomic.AtomicReference;

/** Shows how many mails there are, as this node last saw it. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class MailMetrics implements MeasureMails {
  private final MeasureMails measureMails;
  private final AtomicReference<MailLoad> last = new AtomicReference<>(new MailLoad(0, 0));

  MailMetrics(@Delegate @Any MeasureMails measureMails, MeterRegistry meters) {
    this.measureMails = measureMails;
    Gauge.builder("quartermaster.mails.waiting", last, load -> load.get().waiting())
        .description("How many mails are to be sent")
        .register(meters);
    Gauge.builder("quartermaster.mails.parked", last, load -> load.get().parked())
        .description("How many mails were given up and can be retried")
        .register(meters);
  }

  @Override
  public MailLoad measure() {
    MailLoad measured = measureMails.measure();
    last.set(measured);
    return measured;
  }
}
