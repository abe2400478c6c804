package dev.quartermaster.bootstrap.operations;

import dev.quartermaster.application.reconciliation.CountDisagreements;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.atomic.AtomicLong;

/** Shows what the last reconciliation found, whichever node ran it. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class ReconciliationMetrics implements CountDisagreements {
  private final CountDisagreements countDisagreements;
  private final AtomicLong disagreements = new AtomicLong();

  ReconciliationMetrics(
      @Delegate @Any CountDisagreements countDisagreements, MeterRegistry meters) {
    this.countDisagreements = countDisagreements;
    Gauge.builder("quartermaster.reconciliation.disagreements", disagreements, AtomicLong::get)
        .description("How many disagreements between orders, payments and stock were found last")
        .register(meters);
  }

  @Override
  public long count() {
    long found = countDisagreements.count();
    disagreements.set(found);
    return found;
  }
}
