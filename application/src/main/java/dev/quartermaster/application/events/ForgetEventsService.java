package dev.quartermaster.application.events;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;

@UseCase
final class ForgetEventsService implements ForgetEvents {
  private final UnitOfWork unitOfWork;
  private final EventLog log;
  private final InstantSource clock;

  ForgetEventsService(UnitOfWork unitOfWork, EventLog log, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public int forget(Command command) {
    return unitOfWork.inTransaction(
        () -> log.forgetBefore(clock.instant().minus(RETENTION), command.limit()));
  }
}
