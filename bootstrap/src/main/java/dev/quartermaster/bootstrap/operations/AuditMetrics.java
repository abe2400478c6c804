package dev.quartermaster.bootstrap.operations;

import dev.quartermaster.application.audit.ChainAuditTrail;
import dev.quartermaster.domain.audit.ChainLink;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Shows the head of the audit trail's chain, as this node last saw it, to whoever keeps metrics: an
 * anchor that the database's own people cannot change.
 */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
class AuditMetrics implements ChainAuditTrail {
  /** As many hexadecimal digits of a hash as a gauge shows without rounding. */
  private static final int DIGITS = 12;

  private final ChainAuditTrail chainAuditTrail;
  private final AtomicReference<ChainLink> head = new AtomicReference<>(ChainLink.START);

  AuditMetrics(@Delegate @Any ChainAuditTrail chainAuditTrail, MeterRegistry meters) {
    this.chainAuditTrail = chainAuditTrail;
    Gauge.builder("quartermaster.audit.head.sequence", head, link -> link.get().sequence())
        .description("How many entries of the audit trail are chained")
        .register(meters);
    Gauge.builder("quartermaster.audit.head.hash", head, AuditMetrics::firstDigits)
        .description("The first 12 hexadecimal digits of the last one's hash, as a number")
        .register(meters);
  }

  @Override
  public Result chain(Command command) {
    Result result = chainAuditTrail.chain(command);
    result.head().ifPresent(head::set);
    return result;
  }

  private static double firstDigits(AtomicReference<ChainLink> head) {
    return Long.parseLong(head.get().hash().value().substring(0, DIGITS), 16);
  }
}
