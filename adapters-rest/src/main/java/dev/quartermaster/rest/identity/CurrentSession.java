package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.rest.shared.Identifier;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The session whose access token or cookie came with the request. */
@Singleton
final class CurrentSession {
  private static final String SESSION_CLAIM = "sid";
  private static final String ATTRIBUTE = "quartermaster.session";

  private final CurrentIdentityAssociation identities;

  CurrentSession(CurrentIdentityAssociation identities) {
    this.identities = identities;
  }

  /** The session's id; empty for who was recognized by other means. */
  Optional<SessionId> id() {
    SecurityIdentity identity = identities.getDeferredIdentity().await().indefinitely();
    return identity.getPrincipal() instanceof JsonWebToken token
        ? of(token)
        : Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
  }

  /**
   * The id of the session in which somebody asks.
   *
   * @throws Unauthenticated when nobody is signed in, or by the token of another issuer
   * @throws dev.quartermaster.domain.shared.Forbidden when a program asks
   */
  SessionId requiredOf(Actor actor) {
    actor.requireUser();
    return id().orElseThrow(
            () -> new Unauthenticated("Sign in here first; this proof belongs to no session."));
  }

  /** The session that an access token names. */
  static Optional<SessionId> of(JsonWebToken token) {
    Object claim = token.getClaim(SESSION_CLAIM);
    return Identifier.parse(String.valueOf(claim)).map(SessionId::new);
  }

  /** The identity of somebody who acts within that session. */
  static SecurityIdentity within(SessionId session, SecurityIdentity identity) {
    return QuarkusSecurityIdentity.builder(identity).addAttribute(ATTRIBUTE, session).build();
  }
}
