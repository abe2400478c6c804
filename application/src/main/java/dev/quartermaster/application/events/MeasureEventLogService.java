package dev.quartermaster.application.events;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.events.EventLogState;
import dev.quartermaster.domain.shared.UnitOfWork;

@UseCase
final class MeasureEventLogService implements MeasureEventLog {
  private final UnitOfWork unitOfWork;
  private final EventLog log;

  MeasureEventLogService(UnitOfWork unitOfWork, EventLog log) {
    this.unitOfWork = unitOfWork;
    this.log = log;
  }

  @Override
  public EventLogState measure() {
    return unitOfWork.reading(log::state);
  }
}
