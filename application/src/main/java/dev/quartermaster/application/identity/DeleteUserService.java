package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.ExternalIdentities;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.UserEvents;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

@UseCase
final class DeleteUserService implements DeleteUser {
  private final UnitOfWork unitOfWork;
  private final Users users;
  private final Sessions sessions;
  private final ExternalIdentities externalIdentities;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final InstantSource clock;

  DeleteUserService(
      UnitOfWork unitOfWork,
      Users users,
      Sessions sessions,
      ExternalIdentities externalIdentities,
      AuditTrail auditTrail,
      Outbox outbox,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.sessions = sessions;
    this.externalIdentities = externalIdentities;
    this.auditTrail = auditTrail;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public void delete(Command command) {
    command.actor().requireUser();
    unitOfWork.inTransaction(
        () -> {
          User user = AccountAccess.toWrite(users, command.actor(), command.userId());
          command.expected().check(user.version());
          Instant now = clock.instant();
          users.delete(user.id(), now);
          sessions.revokeAll(user.id(), now);
          externalIdentities.unlinkAll(user.id());
          auditTrail.append(
              AuditEntry.of(command.actor(), "user.deleted", "user", user.id(), now)
                  .changing(Change.between(user.auditable(), Map.of())));
          outbox.append(UserEvents.deleted(user, command.actor(), now));
        });
  }
}
