package dev.quartermaster.application.events;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class FindPastEventsService implements FindPastEvents {
  private final UnitOfWork unitOfWork;
  private final EventLog log;

  FindPastEventsService(UnitOfWork unitOfWork, EventLog log) {
    this.unitOfWork = unitOfWork;
    this.log = log;
  }

  @Override
  public Result find(Query query) {
    return new Result(
        unitOfWork.reading(
            () -> log.between(query.from(), query.to(), query.position(), query.limit())));
  }
}
