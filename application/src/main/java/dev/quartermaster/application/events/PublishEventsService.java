package dev.quartermaster.application.events;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class PublishEventsService implements PublishEvents {
  private final UnitOfWork unitOfWork;
  private final EventLog log;

  PublishEventsService(UnitOfWork unitOfWork, EventLog log) {
    this.unitOfWork = unitOfWork;
    this.log = log;
  }

  @Override
  public int publish(Command command) {
    return unitOfWork.inTransaction(() -> log.publish(command.limit()));
  }
}
