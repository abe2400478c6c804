package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.InstantSource;

@UseCase
final class LogOutEverywhereService implements LogOutEverywhere {
  private final UnitOfWork unitOfWork;
  private final Sessions sessions;
  private final InstantSource clock;

  LogOutEverywhereService(UnitOfWork unitOfWork, Sessions sessions, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  public void logOutEverywhere(Command command) {
    UserId user = command.actor().requireUser();
    unitOfWork.inTransaction(() -> sessions.revokeAll(user, clock.instant()));
  }
}
