package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.AuthenticateSession;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.rest.shared.ActingPrincipal;
import dev.quartermaster.rest.shared.CurrentActor;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.function.Supplier;
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
  private final HttpAuthenticator authenticator;
  private final CurrentVertxRequest request;
  private @Nullable Actor actor;

  AuthenticatedActor(
      CurrentIdentityAssociation identities,
      AuthenticateSession sessions,
      HttpAuthenticator authenticator,
      CurrentVertxRequest request) {
    this.identities = identities;
    this.sessions = sessions;
    this.authenticator = authenticator;
    this.request = request;
  }

  @Override
  public Actor get() {
    Actor known = actor;
    if (known == null) {
      known = authenticate(identities.getDeferredIdentity().await().indefinitely(), sessions);
      actor = known;
    }
    return known;
  }

  /** Holds nothing of this request but what it was sent. */
  @Override
  public Supplier<Actor> lasting() {
    RoutingContext context = request.getCurrent();
    HttpAuthenticator again = authenticator;
    AuthenticateSession living = sessions;
    return () -> {
      try {
        SecurityIdentity identity = again.attemptAuthentication(context).await().indefinitely();
        if (identity == null) {
          throw new Unauthenticated();
        }
        return authenticate(identity, living);
      } catch (AuthenticationFailedException refusal) {
        throw new Unauthenticated();
      }
    };
  }

  private static Actor authenticate(SecurityIdentity identity, AuthenticateSession sessions) {
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
