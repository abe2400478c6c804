package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.AccessTokens;
import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.ExternalIdentities;
import dev.quartermaster.domain.identity.ExternalPerson;
import dev.quartermaster.domain.identity.ExternalSignInFailed;
import dev.quartermaster.domain.identity.IdentityProviders;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.PendingSignIn;
import dev.quartermaster.domain.identity.RefreshTokens;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.Sealing;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;

@UseCase
final class CompleteExternalSignInService implements CompleteExternalSignIn {
  private final IdentityProviders providers;
  private final Sealing sealing;
  private final ExternalAccounts accounts;
  private final SessionOpening sessionOpening;
  private final InstantSource clock;

  CompleteExternalSignInService(
      UnitOfWork unitOfWork,
      IdentityProviders providers,
      ExternalIdentities externalIdentities,
      Users users,
      Sessions sessions,
      PasswordHasher hasher,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      Sealing sealing,
      AuditTrail auditTrail,
      Outbox outbox,
      Identifiers identifiers,
      InstantSource clock) {
    this.providers = providers;
    this.sealing = sealing;
    this.accounts =
        new ExternalAccounts(
            unitOfWork, externalIdentities, users, hasher, auditTrail, outbox, identifiers, clock);
    this.sessionOpening =
        new SessionOpening(sessions, accessTokens, refreshTokens, auditTrail, identifiers);
    this.clock = clock;
  }

  @Override
  public Result complete(Command command) {
    PendingSignIn pending = SignInTicket.open(command.ticket(), sealing);
    if (!pending.awaits(command.provider(), command.state(), clock.instant())) {
      throw new ExternalSignInFailed(
          "This is not the sign-in that was begun, or it took too long.");
    }
    ExternalPerson person = providers.complete(pending, command.code(), command.callback());
    return accounts.withAccount(person, user -> signIn(user, command.client()));
  }

  private Result signIn(User user, Client client) {
    SessionOpening.Opened opened = sessionOpening.open(user, client, clock.instant());
    return new Result(user, opened.accessToken(), AccessTokens.LIFETIME, opened.refreshToken());
  }
}
