package dev.quartermaster.realtime.identity;

import dev.quartermaster.application.identity.AuthenticateApiKey;
import dev.quartermaster.application.identity.AuthenticateBrowserSession;
import dev.quartermaster.application.identity.AuthenticateForeignToken;
import dev.quartermaster.application.identity.AuthenticateSession;
import dev.quartermaster.application.identity.GetTrustedIssuers;
import dev.quartermaster.domain.identity.RawApiKey;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.realtime.shared.Proof;
import dev.quartermaster.realtime.shared.Recognition;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Asks those who know of sessions, keys and tokens. */
@Singleton
final class ProvenActors implements Recognition {
  private static final String SESSION_CLAIM = "sid";

  private final JWTParser tokens;
  private final AuthenticateSession sessions;
  private final AuthenticateBrowserSession browserSessions;
  private final AuthenticateApiKey apiKeys;
  private final AuthenticateForeignToken foreignTokens;
  private final boolean areForeignTokensTrusted;

  ProvenActors(
      JWTParser tokens,
      AuthenticateSession sessions,
      AuthenticateBrowserSession browserSessions,
      AuthenticateApiKey apiKeys,
      AuthenticateForeignToken foreignTokens,
      GetTrustedIssuers trustedIssuers) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.browserSessions = browserSessions;
    this.apiKeys = apiKeys;
    this.foreignTokens = foreignTokens;
    this.areForeignTokensTrusted = !trustedIssuers.get().isEmpty();
  }

  @Override
  public Actor who(Proof proof) {
    return switch (proof) {
      case Proof.Token(var token) -> bearer(token);
      case Proof.Key(var key) ->
          apiKeys.authenticate(new AuthenticateApiKey.Query(new RawApiKey(key)));
      // It only reads, and where the page comes from was looked at before.
      case Proof.Cookie(var cookie) ->
          browserSessions
              .authenticate(new AuthenticateBrowserSession.Query(cookie, false, Optional.empty()))
              .actor();
    };
  }

  private Actor bearer(String token) {
    Optional<SessionId> session = session(token);
    if (session.isPresent()) {
      return sessions.authenticate(new AuthenticateSession.Query(session.get()));
    }
    if (areForeignTokensTrusted) {
      return foreignTokens.authenticate(new AuthenticateForeignToken.Query(token));
    }
    throw new Unauthenticated();
  }

  /** The session that a token of ours names; none if it is not ours, or has expired. */
  private Optional<SessionId> session(String token) {
    try {
      Object session = tokens.parse(token).getClaim(SESSION_CLAIM);
      return Optional.of(new SessionId(UUID.fromString(String.valueOf(session))));
    } catch (ParseException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
