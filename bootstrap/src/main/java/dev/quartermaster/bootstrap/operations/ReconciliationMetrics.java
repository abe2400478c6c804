package dev.quartermaster.bootstrap.operations;

import dev.quartermaster.application.reconciliation.RunReconciliation;
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
class ReconciliationMetrics implements RunReconciliation {
  private final RunReconciliation runReconciliation;
  private final AtomicLong disagreements = new AtomicLong();

  ReconciliationMetrics(@Delegate @Any RunReconciliation runReconciliation, MeterRegistry meters) {
    this.runReconciliation = runReconciliation;
    Gauge.builder("quartermaster.reconciliation.disagreements", disagreements, AtomicLong::get)
        .description("How many disagreements between orders, payments and stock were found last")
        .register(meters);
  }

  @Override
  public Result run(Command command) {
    Result result = runReconciliation.run(command);
    disagreements.set(result.disagreements());
    return result;
  }
}
