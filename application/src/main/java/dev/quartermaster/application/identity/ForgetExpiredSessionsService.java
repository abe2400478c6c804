package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;

@UseCase
final class ForgetExpiredSessionsService implements ForgetExpiredSessions {
  private final UnitOfWork unitOfWork;
  private final Sessions sessions;
  private final InstantSource clock;

  ForgetExpiredSessionsService(UnitOfWork unitOfWork, Sessions sessions, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public Result forget(Command command) {
    return unitOfWork.inTransaction(
        () ->
            new Result(
                sessions.forgetExpiredBefore(clock.instant().minus(RETENTION), command.limit())));
  }
}
