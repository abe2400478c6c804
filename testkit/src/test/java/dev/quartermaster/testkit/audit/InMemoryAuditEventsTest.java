package dev.quartermaster.testkit.audit;

import dev.quartermaster.domain.audit.AuditEvents;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryAuditTrail;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

/** {@link AuditEventsContract} in memory. */
class InMemoryAuditEventsTest extends AuditEventsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryAuditTrail auditTrail = new InMemoryAuditTrail(unitOfWork);
  private final InMemoryAuditEvents events = new InMemoryAuditEvents(unitOfWork, auditTrail);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected AuditTrail auditTrail() {
    return auditTrail;
  }

  @Override
  protected AuditEvents auditEvents() {
    return events;
  }
}
