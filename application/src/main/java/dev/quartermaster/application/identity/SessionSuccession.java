package dev.quartermaster.application.identity;

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

/** Moves a session on by a refresh token, whatever the token is exchanged for. */
final class SessionSuccession {
  private final UnitOfWork unitOfWork;
  private final Sessions sessions;
  private final Users users;
  private final RefreshTokens refreshTokens;
  private final AccountMails accountMails;
  private final AuditTrail auditTrail;
  private final InstantSource clock;

  SessionSuccession(
      UnitOfWork unitOfWork,
      Sessions sessions,
      Users users,
      RefreshTokens refreshTokens,
      AccountMails accountMails,
      AuditTrail auditTrail,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.sessions = sessions;
    this.users = users;
    this.refreshTokens = refreshTokens;
    this.accountMails = accountMails;
    this.auditTrail = auditTrail;
    this.clock = clock;
  }

  /**
   * Uses the token up, in a transaction of its own.
   *
   * @param action what the audit trail calls it
   * @throws InvalidRefreshToken when the token is none of ours, used up, or its session has ended
   */
  Succession moveOn(String refreshToken, String action) {
    RefreshTokens.Claim claim =
        refreshTokens.read(refreshToken).orElseThrow(InvalidRefreshToken::new);
    // The refusal is thrown outside the transaction, so that the revocation of a copied token's
    // session is committed.
    return unitOfWork
        .inTransaction(() -> moved(claim, action, clock.instant()))
        .orElseThrow(InvalidRefreshToken::new);
  }

  private Optional<Succession> moved(RefreshTokens.Claim claim, String action, Instant now) {
    Session session = sessions.findForUpdate(claim.session()).orElseThrow(InvalidRefreshToken::new);
    User owner = users.find(session.userId()).orElseThrow(InvalidRefreshToken::new);
    return switch (session.refresh(claim.generation(), now)) {
      case Session.Rotated(var successor) -> {
        sessions.update(successor);
        Actor actor = new Actor.SignedIn(owner.id(), owner.permissions());
        auditTrail.append(AuditEntry.of(actor, action, "session", session.id(), now));
        yield Optional.of(new Succession(owner, successor, now));
      }
      case Session.Repeated() -> Optional.of(new Succession(owner, session, now));
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

  /**
   * What a session has become.
   *
   * @param owner whose session it is
   * @param session at its current generation
   * @param at when the token was shown
   */
  record Succession(User owner, Session session, Instant at) {}
}
