package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.UserEvents;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Forbidden;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;

@UseCase
final class AssignRolesService implements AssignRoles {
  private final UnitOfWork unitOfWork;
  private final Users users;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final InstantSource clock;

  AssignRolesService(
      UnitOfWork unitOfWork,
      Users users,
      AuditTrail auditTrail,
      Outbox outbox,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.auditTrail = auditTrail;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public User assign(Command command) {
    command.actor().require(Permission.USERS_WRITE);
    if (!Role.permissionsOf(command.roles()).stream().allMatch(command.actor()::may)) {
      throw new Forbidden("You cannot give a role with permissions that you lack.");
    }
    return unitOfWork.inTransaction(
        () -> {
          User user = AccountAccess.toWrite(users, command.actor(), command.userId());
          command.expected().check(user.version());
          Instant now = clock.instant();
          User assigned = user.withRoles(command.roles(), now);
          users.update(assigned);
          auditTrail.append(
              AuditEntry.of(command.actor(), "user.roles-assigned", "user", user.id(), now)
                  .changing(Change.between(user.auditable(), assigned.auditable())));
          outbox.append(UserEvents.updated(assigned, command.actor()));
          return assigned;
        });
  }
}
