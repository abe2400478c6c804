package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.RefreshTokens;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class LogOutService implements LogOut {
  private final UnitOfWork unitOfWork;
  private final Sessions sessions;
  private final RefreshTokens refreshTokens;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  LogOutService(
      UnitOfWork unitOfWork,
      Sessions sessions,
      RefreshTokens refreshTokens,
      AuditTrail auditTrail,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.sessions = sessions;
    this.refreshTokens = refreshTokens;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public void logOut(Command command) {
    UserId user = command.actor().requireUser();
    refreshTokens
        .read(command.refreshToken())
        .ifPresent(
            claim -> unitOfWork.inTransaction(() -> end(claim.session(), user, command.actor())));
  }

  private void end(SessionId id, UserId user, Actor actor) {
    Instant now = clock.instant();
    sessions
        .findForUpdate(id)
        .filter(session -> session.userId().equals(user) && session.isActive(now))
        .ifPresent(
            session -> {
              sessions.update(session.revoked(now));
              auditTrail.append(AuditEntry.of(actor, "session.ended", "session", id, now));
            });
  }
}
