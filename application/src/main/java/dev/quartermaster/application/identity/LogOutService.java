package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.RefreshTokens;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.InstantSource;

@UseCase
final class LogOutService implements LogOut {
  private final UnitOfWork unitOfWork;
  private final Sessions sessions;
  private final RefreshTokens refreshTokens;
  private final InstantSource clock;

  LogOutService(
      UnitOfWork unitOfWork, Sessions sessions, RefreshTokens refreshTokens, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.sessions = sessions;
    this.refreshTokens = refreshTokens;
    this.clock = clock;
  }

  @Override
  public void logOut(Command command) {
    UserId user = command.actor().requireUser();
    refreshTokens
        .read(command.refreshToken())
        .ifPresent(
            claim ->
                unitOfWork.inTransaction(
                    () ->
                        sessions
                            .findForUpdate(claim.session())
                            .filter(session -> session.userId().equals(user))
                            .map(session -> session.revoked(clock.instant()))
                            .ifPresent(sessions::update)));
  }
}
