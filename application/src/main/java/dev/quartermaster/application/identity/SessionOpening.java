package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.AccessTokens;
import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.RefreshTokens;
import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.AuditEntry;
import dev.quartermaster.domain.shared.AuditTrail;
import dev.quartermaster.domain.shared.Identifiers;
import java.time.Instant;

/** Opens a session for somebody who has shown who they are, however they did. */
final class SessionOpening {
  private final Sessions sessions;
  private final AccessTokens accessTokens;
  private final RefreshTokens refreshTokens;
  private final AuditTrail auditTrail;
  private final Identifiers identifiers;

  SessionOpening(
      Sessions sessions,
      AccessTokens accessTokens,
      RefreshTokens refreshTokens,
      AuditTrail auditTrail,
      Identifiers identifiers) {
    this.sessions = sessions;
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
    this.auditTrail = auditTrail;
    this.identifiers = identifiers;
  }

  /** Opens the session in the current transaction. */
  Opened open(User user, Client client, Instant now) {
    Session session = Session.start(new SessionId(identifiers.next()), user.id(), client, now);
    sessions.add(session);
    Actor owner = new Actor.SignedIn(user.id(), user.permissions());
    auditTrail.append(AuditEntry.of(owner, "session.opened", "session", session.id(), now));
    return new Opened(
        accessTokens.issue(user, session.id(), now),
        refreshTokens.tokenOf(new RefreshTokens.Claim(session.id(), session.generation())));
  }

  /**
   * The tokens of a new session.
   *
   * @param accessToken to send with each request
   * @param refreshToken gets the next pair of tokens
   */
  record Opened(String accessToken, String refreshToken) {
    @Override
    public String toString() {
      return "Opened[***]";
    }
  }
}
