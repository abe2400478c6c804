package dev.quartermaster.application.audit;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.audit.AuditEvent;
import dev.quartermaster.domain.audit.AuditEvents;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class ListAuditEventsService implements ListAuditEvents {
  private final UnitOfWork unitOfWork;
  private final AuditEvents events;

  ListAuditEventsService(UnitOfWork unitOfWork, AuditEvents events) {
    this.unitOfWork = unitOfWork;
    this.events = events;
  }

  @Override
  public Slice<AuditEvent> list(Query query) {
    query.actor().require(Permission.AUDIT_READ);
    return unitOfWork.inTransaction(() -> events.list(query.filter(), query.page()));
  }
}
