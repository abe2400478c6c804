package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.ExternalIdentities;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.Role;
import dev.quartermaster.domain.identity.TrustedIssuers;
import dev.quartermaster.domain.identity.TrustedIssuers.ForeignToken;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.function.Function;

@UseCase
final class AuthenticateForeignTokenService implements AuthenticateForeignToken {
  private final TrustedIssuers issuers;
  private final ExternalAccounts accounts;

  AuthenticateForeignTokenService(
      UnitOfWork unitOfWork,
      TrustedIssuers issuers,
      ExternalIdentities externalIdentities,
      Users users,
      PasswordHasher hasher,
      AuditTrail auditTrail,
      Outbox outbox,
      Identifiers identifiers,
      InstantSource clock) {
    this.issuers = issuers;
    this.accounts =
        new ExternalAccounts(
            unitOfWork, externalIdentities, users, hasher, auditTrail, outbox, identifiers, clock);
  }

  @Override
  public Actor.SignedIn authenticate(Query query) {
    ForeignToken token = issuers.verify(query.token());
    User user =
        accounts
            .linked(token.person().identity())
            .orElseGet(() -> accounts.withAccount(token.person(), Function.identity()));
    return new Actor.SignedIn(user.id(), Role.permissionsOf(token.roles()));
  }
}
