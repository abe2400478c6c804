package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.NotFound;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class EndSessionService implements EndSession {
  private final UnitOfWork unitOfWork;
  private final Sessions sessions;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  EndSessionService(
      UnitOfWork unitOfWork, Sessions sessions, AuditTrail auditTrail, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.sessions = sessions;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public void end(Command command) {
    UserId user = command.actor().requireUser();
    unitOfWork.inTransaction(
        () -> {
          Instant now = clock.instant();
          Session session =
              sessions
                  .findForUpdate(command.session())
                  .filter(found -> found.userId().equals(user) && found.isActive(now))
                  .orElseThrow(() -> new NotFound("session", command.session()));
          sessions.update(session.revoked(now));
          auditTrail.append(
              AuditEntry.of(command.actor(), "session.ended", "session", session.id(), now));
        });
  }
}
