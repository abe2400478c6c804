package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.AuthenticateBrowserSession;
import dev.quartermaster.domain.identity.InvalidCsrfToken;
import dev.quartermaster.domain.shared.DomainException;
import dev.quartermaster.domain.shared.Unauthenticated;
import dev.quartermaster.rest.shared.ActingPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Tells who acts by a browser's cookie, and in which session. */
@Singleton
final class BrowserSessionIdentities
    implements IdentityProvider<BrowserSessionAuthenticationRequest> {
  private final AuthenticateBrowserSession authenticateBrowserSession;

  BrowserSessionIdentities(AuthenticateBrowserSession authenticateBrowserSession) {
    this.authenticateBrowserSession = authenticateBrowserSession;
  }

  @Override
  public Class<BrowserSessionAuthenticationRequest> getRequestType() {
    return BrowserSessionAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      BrowserSessionAuthenticationRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(() -> identity(request.query()));
  }

  private SecurityIdentity identity(AuthenticateBrowserSession.Query query) {
    try {
      AuthenticateBrowserSession.Result known = authenticateBrowserSession.authenticate(query);
      return CurrentSession.within(known.session(), ActingPrincipal.identityOf(known.actor()));
    } catch (Unauthenticated | InvalidCsrfToken refusal) {
      throw refused(refusal);
    }
  }

  private static AuthenticationFailedException refused(DomainException refusal) {
    return new AuthenticationFailedException(refusal.detail(), refusal);
  }
}
