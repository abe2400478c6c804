package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class LogOutEverywhereService implements LogOutEverywhere {
  private final UnitOfWork unitOfWork;
  private final Sessions sessions;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  LogOutEverywhereService(
      UnitOfWork unitOfWork, Sessions sessions, AuditTrail auditTrail, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.sessions = sessions;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  @Override
  public void logOutEverywhere(Command command) {
    UserId user = command.actor().requireUser();
    unitOfWork.inTransaction(
        () -> {
          Instant now = clock.instant();
          if (sessions.revokeAll(user, now) > 0) {
            auditTrail.append(
                AuditEntry.of(command.actor(), "user.sessions-ended", "user", user, now));
          }
        });
  }
}
