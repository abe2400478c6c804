package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.CommonPasswords;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.EmailTaken;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.PasswordPolicy;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.UserEvents;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Change;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@UseCase
final class EnsureAdministratorService implements EnsureAdministrator {
  private static final Actor ACTOR = new Actor.SystemProcess("first-administrator");

  private final UnitOfWork unitOfWork;
  private final Users users;
  private final PasswordPolicy passwordPolicy;
  private final PasswordHasher hasher;
  private final AuditTrail auditTrail;
  private final Outbox outbox;
  private final Identifiers identifiers;
  private final InstantSource clock;

  EnsureAdministratorService(
      UnitOfWork unitOfWork,
      Users users,
      CommonPasswords commonPasswords,
      PasswordHasher hasher,
      AuditTrail auditTrail,
      Outbox outbox,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.passwordPolicy = new PasswordPolicy(commonPasswords);
    this.hasher = hasher;
    this.auditTrail = auditTrail;
    this.outbox = outbox;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public Result ensure(Command command) {
    EmailAddress email = new EmailAddress(command.email());
    Optional<User.Credential> known = unitOfWork.inTransaction(() -> users.findCredential(email));
    if (known.isPresent()) {
      restore(known.get(), command);
      return new Result(false);
    }
    passwordPolicy.check(command.password());
    Instant now = clock.instant();
    User administrator =
        User.signUp(
            new UserId(identifiers.next()), "Administrator", email, Set.of(Role.ADMIN), now);
    PasswordHash password = hasher.hash(command.password());
    try {
      unitOfWork.inTransaction(
          () -> {
            users.add(administrator, password);
            auditTrail.append(
                AuditEntry.of(ACTOR, "user.created", "user", administrator.id(), now)
                    .changing(Change.between(Map.of(), administrator.auditable())));
            outbox.append(UserEvents.created(administrator, ACTOR));
          });
      return new Result(true);
    } catch (EmailTaken anotherNodeWasFirst) {
      return new Result(false);
    }
  }

  /**
   * Without the role nobody could administer any more. The password tells the administrator from
   * somebody who signed up with the address first.
   */
  private void restore(User.Credential known, Command command) {
    UserId id = known.user().id();
    if (!known.user().roles().contains(Role.ADMIN)
        && hasher.matches(command.password(), Optional.of(known.password()))) {
      unitOfWork.inTransaction(() -> users.findForUpdate(id).ifPresent(this::restore));
    }
  }

  private void restore(User user) {
    Instant now = clock.instant();
    User restored = user.withRoles(Set.of(Role.ADMIN), now);
    users.update(restored);
    auditTrail.append(
        AuditEntry.of(ACTOR, "user.roles-assigned", "user", user.id(), now)
            .changing(Change.between(user.auditable(), restored.auditable())));
    outbox.append(UserEvents.updated(restored, ACTOR));
  }
}
