package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.AuthenticateForeignToken;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.rest.shared.ActingPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Tells who bears an access token of a trusted issuer. */
@Singleton
final class ForeignTokenIdentities implements IdentityProvider<ForeignTokenRequest> {
  private final AuthenticateForeignToken authenticateForeignToken;

  ForeignTokenIdentities(AuthenticateForeignToken authenticateForeignToken) {
    this.authenticateForeignToken = authenticateForeignToken;
  }

  @Override
  public Class<ForeignTokenRequest> getRequestType() {
    return ForeignTokenRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      ForeignTokenRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(() -> identity(request.token()));
  }

  private SecurityIdentity identity(String token) {
    try {
      return ActingPrincipal.identityOf(
          authenticateForeignToken.authenticate(new AuthenticateForeignToken.Query(token)));
    } catch (DomainException refusal) {
      throw new AuthenticationFailedException(refusal);
    }
  }
}
