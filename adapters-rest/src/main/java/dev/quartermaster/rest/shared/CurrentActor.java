package dev.quartermaster.rest.shared;

import dev.quartermaster.application.identity.AuthenticateSession;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Unauthenticated;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who asks, with the permissions of this moment. */
@RequestScoped
public class CurrentActor {
  private static final String SESSION_CLAIM = "sid";

  private final CurrentIdentityAssociation identities;
  private final AuthenticateSession sessions;
  private @Nullable Actor actor;

  CurrentActor(CurrentIdentityAssociation identities, AuthenticateSession sessions) {
    this.identities = identities;
    this.sessions = sessions;
  }

  /**
   * The actor of this request; looked up once.
   *
   * @throws Unauthenticated when a token was sent and its session has ended
   */
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
