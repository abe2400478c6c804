package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.AccessTokens;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.InvalidCredentials;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.RefreshTokens;
import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

@UseCase
final class LogInService implements LogIn {
  private final UnitOfWork unitOfWork;
  private final Users users;
  private final Sessions sessions;
  private final PasswordHasher hasher;
  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;
  private final Identifiers identifiers;
  private final InstantSource clock;

  LogInService(
      UnitOfWork unitOfWork,
      Users users,
      Sessions sessions,
      PasswordHasher hasher,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      Identifiers identifiers,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.sessions = sessions;
    this.hasher = hasher;
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
    this.identifiers = identifiers;
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

    Instant now = clock.instant();
    Session session = Session.start(new SessionId(identifiers.next()), user.id(), now);
    unitOfWork.inTransaction(() -> sessions.add(session));
    return new Result(
        user,
        accessTokens.issue(user, session.id(), now),
        AccessTokens.LIFETIME,
        refreshTokens.tokenOf(new RefreshTokens.Claim(session.id(), session.generation())));
  }
}
