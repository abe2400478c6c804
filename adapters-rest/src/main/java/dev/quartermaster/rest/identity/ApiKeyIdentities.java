package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.AuthenticateApiKey;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.rest.shared.ActingPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Tells which program acts by an API key. */
@Singleton
class ApiKeyIdentities implements IdentityProvider<ApiKeyAuthenticationRequest> {
  private final AuthenticateApiKey authenticateApiKey;

  ApiKeyIdentities(AuthenticateApiKey authenticateApiKey) {
    this.authenticateApiKey = authenticateApiKey;
  }

  @Override
  public Class<ApiKeyAuthenticationRequest> getRequestType() {
    return ApiKeyAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      ApiKeyAuthenticationRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(() -> identity(request));
  }

  private SecurityIdentity identity(ApiKeyAuthenticationRequest request) {
    try {
      return ActingPrincipal.identityOf(
          authenticateApiKey.authenticate(new AuthenticateApiKey.Query(request.key())));
    } catch (Unauthenticated refusal) {
      throw new AuthenticationFailedException(refusal.detail(), refusal);
    }
  }
}
