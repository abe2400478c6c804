package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.AuthenticateSession;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.rest.shared.ActingPrincipal;
import dev.quartermaster.rest.shared.CurrentActor;
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
          sessions.authenticate(
              new AuthenticateSession.Query(
                  CurrentSession.of(token).orElseThrow(Unauthenticated::new)));
      default -> throw new Unauthenticated();
    };
  }
}
