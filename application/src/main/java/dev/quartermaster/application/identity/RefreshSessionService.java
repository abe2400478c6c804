package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.AccessTokens;
import dev.quartermaster.domain.identity.InvalidRefreshToken;
import dev.quartermaster.domain.identity.RefreshTokens;
import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

@UseCase
final class RefreshSessionService implements RefreshSession {
  private final UnitOfWork unitOfWork;
  private final Sessions sessions;
  private final Users users;
  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;
  private final InstantSource clock;

  RefreshSessionService(
      UnitOfWork unitOfWork,
      Sessions sessions,
      Users users,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.sessions = sessions;
    this.users = users;
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
    this.clock = clock;
  }

  @Override
  public Result refresh(Command command) {
    RefreshTokens.Claim claim =
        refreshTokens.read(command.refreshToken()).orElseThrow(InvalidRefreshToken::new);
    // The refusal is thrown outside the transaction, so that the revocation of a copied token's
    // session is committed.
    return unitOfWork
        .inTransaction(() -> refreshed(claim, clock.instant()))
        .orElseThrow(InvalidRefreshToken::new);
  }

  private Optional<Result> refreshed(RefreshTokens.Claim claim, Instant now) {
    Session session = sessions.findForUpdate(claim.session()).orElseThrow(InvalidRefreshToken::new);
    return switch (session.refresh(claim.generation(), now)) {
      case Session.Rotated(var successor) -> {
        sessions.update(successor);
        yield result(successor, now);
      }
      case Session.Repeated() -> result(session, now);
      case Session.Reused(var revoked) -> {
        sessions.update(revoked);
        yield Optional.empty();
      }
      case Session.Refused() -> Optional.empty();
    };
  }

  private Optional<Result> result(Session session, Instant now) {
    Optional<User> user = users.find(session.userId());
    return user.map(
        owner ->
            new Result(
                owner,
                accessTokens.issue(owner, session.id(), now),
                AccessTokens.LIFETIME,
                refreshTokens.tokenOf(
                    new RefreshTokens.Claim(session.id(), session.generation()))));
  }
}
