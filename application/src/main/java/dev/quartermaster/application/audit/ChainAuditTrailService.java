package dev.quartermaster.application.audit;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.audit.AuditEvent;
import dev.quartermaster.domain.audit.AuditEvents;
import dev.quartermaster.domain.audit.ChainLink;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@UseCase
final class ChainAuditTrailService implements ChainAuditTrail {
  private final UnitOfWork unitOfWork;
  private final AuditEvents events;

  ChainAuditTrailService(UnitOfWork unitOfWork, AuditEvents events) {
    this.unitOfWork = unitOfWork;
    this.events = events;
  }

  @Override
  public Result chain(Command command) {
    return unitOfWork.inTransaction(
        () ->
            events
                .tryLockHead()
                .map(head -> chain(head, command.limit()))
                .orElseGet(() -> new Result(0, Optional.empty())));
  }

  private Result chain(ChainLink head, int limit) {
    ChainLink last = head;
    List<AuditEvent> chained = new ArrayList<>();
    for (AuditEvent waiting : events.waiting(limit)) {
      AuditEvent next = waiting.chainedAfter(last);
      chained.add(next);
      last = next.link().orElseThrow();
    }
    events.chain(chained);
    return new Result(chained.size(), Optional.of(last));
  }
}
