package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.RawApiKey;
import dev.quartermaster.domain.shared.Unauthenticated;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;

/** Finds the API key of a request. */
@Singleton
class ApiKeyMechanism implements HttpAuthenticationMechanism {
  static final String HEADER = "X-API-Key";

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    MultiMap headers = context.request().headers();
    String key = headers.get(HEADER);
    if (key == null) {
      return Uni.createFrom().nullItem();
    }
    if (headers.contains("Authorization") || headers.getAll(HEADER).size() > 1) {
      return Uni.createFrom().failure(ambiguous());
    }
    ApiKeyAuthenticationRequest request = new ApiKeyAuthenticationRequest(new RawApiKey(key));
    HttpSecurityUtils.setRoutingContextAttribute(request, context);
    return identities.authenticate(request);
  }

  /**
   * Whoever sent no proof is told of bearer tokens; a client that has a key knows where it goes.
   */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(ApiKeyAuthenticationRequest.class);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.OTHER_HEADER, HEADER));
  }

  /** Before the others, since it alone sees that a request proves two identities. */
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 10;
  }

  private static AuthenticationFailedException ambiguous() {
    Unauthenticated refusal =
        new Unauthenticated(
            "Send one proof of who you are: either Authorization or one X-API-Key.");
    return new AuthenticationFailedException(refusal.detail(), refusal);
  }
}
