package dev.quartermaster.application.events;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class VerifyEventsService implements VerifyEvents {
  private final UnitOfWork unitOfWork;
  private final EventLog log;

  VerifyEventsService(UnitOfWork unitOfWork, EventLog log) {
    this.unitOfWork = unitOfWork;
    this.log = log;
  }

  @Override
  public Result verify(Query query) {
    query.actor().require(Permission.ORDERS_READ);
    return unitOfWork.inSnapshot(
        LIMIT, () -> new Result(log.state(), log.missing(), log.gaps(MAX_GAPS)));
  }
}
