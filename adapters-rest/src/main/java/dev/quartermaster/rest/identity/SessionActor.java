package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.AuthenticateSession;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.Identifier;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Whoever the session of the request's access token belongs to. */
@RequestScoped
class SessionActor implements CurrentActor {
  private static final String SESSION_CLAIM = "sid";

  private final CurrentIdentityAssociation identities;
  private final AuthenticateSession sessions;
  private @Nullable Actor actor;

  SessionActor(CurrentIdentityAssociation identities, AuthenticateSession sessions) {
    this.identities = identities;
    this.sessions = sessions;
  }

  @Override
  public Actor get() {
    Actor known = actor;
    if (known == null) {
      known = authenticate(identities.getDeferredIdentity().await().indefinitely());
      actor = known;
    }
    return known;
  }

  private Actor authenticate(SecurityIdentity identity) {
    if (identity.isAnonymous()) {
      return new Actor.Anonymous();
    }
    if (identity.getPrincipal() instanceof JsonWebToken token) {
      return sessions.authenticate(new AuthenticateSession.Query(session(token)));
    }
    throw new Unauthenticated();
  }

  private static SessionId session(JsonWebToken token) {
    Object claim = token.getClaim(SESSION_CLAIM);
    return Identifier.parse(String.valueOf(claim))
        .map(SessionId::new)
        .orElseThrow(Unauthenticated::new);
  }
}
