package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.AuthenticateBrowserSession;
import dev.quartermaster.domain.identity.InvalidCsrfToken;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.rest.shared.DisregardedProof;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the cookie of a browser's session. A browser sends it unasked, so it counts for nothing
 * beside a proof that was chosen; and one that is good for nothing any more is as none: what is
 * open stays open, and whatever needs somebody asks them to sign in. So is one that comes with a
 * change and without the token of its session, but whatever needs somebody asks for that token. An
 * old cookie is not taken away here, for the answer to it may arrive after a new one.
 */
@Singleton
final class BrowserSessionMechanism implements HttpAuthenticationMechanism {
  private static final String CSRF_HEADER = "X-CSRF-Token";
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    HttpServerRequest request = context.request();
    MultiMap headers = request.headers();
    Cookie cookie = request.getCookie(BrowserCookie.NAME);
    if (cookie == null
        || headers.contains("Authorization")
        || headers.contains(ApiKeyMechanism.HEADER)) {
      return Uni.createFrom().nullItem();
    }
    return identities
        .authenticate(
            new BrowserSessionAuthenticationRequest(
                new AuthenticateBrowserSession.Query(
                    cookie.getValue(),
                    !SAFE.contains(request.method()),
                    Optional.ofNullable(headers.get(CSRF_HEADER)))))
        .onFailure()
        .recoverWithUni(refusal -> disregarding(refusal, context));
  }

  /** Nobody, where the cookie counts for nothing. */
  private static Uni<SecurityIdentity> disregarding(Throwable refusal, RoutingContext context) {
    if (refusal.getCause() instanceof InvalidCsrfToken reason) {
      DisregardedProof.note(reason, context);
      return Uni.createFrom().nullItem();
    }
    return refusal.getCause() instanceof Unauthenticated
        ? Uni.createFrom().nullItem()
        : Uni.createFrom().failure(refusal);
  }

  /** Whoever sent no proof is told of bearer tokens; a browser is not asked for cookies. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(BrowserSessionAuthenticationRequest.class);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, BrowserCookie.NAME));
  }
}
