package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.AccessTokens;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.InvalidCredentials;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.RefreshTokens;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;
import java.util.Optional;

@UseCase
final class LogInService implements LogIn {
  private final UnitOfWork unitOfWork;
  private final Users users;
  private final PasswordHasher hasher;
  private final SessionOpening sessionOpening;
  private final InstantSource clock;

  LogInService(
      UnitOfWork unitOfWork,
      Users users,
      Sessions sessions,
      PasswordHasher hasher,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      AuditTrail auditTrail,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.hasher = hasher;
    this.sessionOpening =
        new SessionOpening(sessions, accessTokens, refreshTokens, auditTrail, identifiers);
    this.clock = clock;
  }

  @Override
  public Result logIn(Command command) {
    Optional<User.Credential> credential =
        EmailAddress.parse(command.email())
            .flatMap(email -> unitOfWork.inTransaction(() -> users.findCredential(email)));
    boolean matches = hasher.matches(command.password(), credential.map(User.Credential::password));
    User user =
        credential
            .filter(_ -> matches)
            .map(User.Credential::user)
            .orElseThrow(InvalidCredentials::new);

    SessionOpening.Opened opened =
        unitOfWork.inTransaction(
            () -> sessionOpening.open(user, command.client(), clock.instant()));
    return new Result(user, opened.accessToken(), AccessTokens.LIFETIME, opened.refreshToken());
  }
}
