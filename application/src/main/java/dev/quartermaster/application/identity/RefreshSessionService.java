package dev.quartermaster.application.identity;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.identity.AccessTokens;
import dev.quartermaster.domain.identity.AccountMails;
import dev.quartermaster.domain.identity.InvalidRefreshToken;
import dev.quartermaster.domain.identity.RefreshTokens;
import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
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
  private final AccountMails accountMails;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  RefreshSessionService(
      UnitOfWork unitOfWork,
      Sessions sessions,
      Users users,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      AccountMails accountMails,
      AuditTrail auditTrail,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.sessions = sessions;
    this.users = users;
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
    this.accountMails = accountMails;
    this.auditTrail = auditTrail;
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
    User owner = users.find(session.userId()).orElseThrow(InvalidRefreshToken::new);
    return switch (session.refresh(claim.generation(), now)) {
      case Session.Rotated(var successor) -> {
        sessions.update(successor);
        Actor actor = new Actor.SignedIn(owner.id(), owner.permissions());
        auditTrail.append(AuditEntry.of(actor, "session.refreshed", "session", session.id(), now));
        yield Optional.of(result(owner, successor, now));
      }
      case Session.Repeated() -> Optional.of(result(owner, session, now));
      case Session.Reused(var revoked) -> {
        sessions.update(revoked);
        // Whether the owner or a thief came second cannot be known.
        auditTrail.append(
            AuditEntry.of(
                new Actor.Anonymous(), "session.reuse-detected", "session", session.id(), now));
        accountMails.warnOfTokenReuse(owner, now);
        yield Optional.empty();
      }
      case Session.Refused() -> Optional.empty();
    };
  }

  private Result result(User owner, Session session, Instant now) {
    return new Result(
        owner,
        accessTokens.issue(owner, session.id(), now),
        AccessTokens.LIFETIME,
        refreshTokens.tokenOf(new RefreshTokens.Claim(session.id(), session.generation())));
  }
}
