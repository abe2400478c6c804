package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.AuthenticateSession;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.rest.shared.ActingPrincipal;
import dev.quartermaster.rest.shared.CurrentActor;
import dev.quartermaster.rest.shared.Identifier;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Whomever the mechanism of authentication recognized, or the session of the access token belongs
 * to.
 */
@RequestScoped
class AuthenticatedActor implements CurrentActor {
  private static final String SESSION_CLAIM = "sid";

  private final CurrentIdentityAssociation identities;
  private final AuthenticateSession sessions;
  private @Nullable Actor actor;

  AuthenticatedActor(CurrentIdentityAssociation identities, AuthenticateSession sessions) {
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
    return switch (identity.getPrincipal()) {
      case ActingPrincipal(var recognized) -> recognized;
      case JsonWebToken token ->
          sessions.authenticate(new AuthenticateSession.Query(session(token)));
      default -> throw new Unauthenticated();
    };
  }

  private static SessionId session(JsonWebToken token) {
    Object claim = token.getClaim(SESSION_CLAIM);
    return Identifier.parse(String.valueOf(claim))
        .map(SessionId::new)
        .orElseThrow(Unauthenticated::new);
  }
}
