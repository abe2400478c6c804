package dev.quartermaster.rest.identity;

import dev.quartermaster.application.identity.AuthenticateBrowserSession;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks who acts by a browser's cookie. */
final class BrowserSessionAuthenticationRequest extends BaseAuthenticationRequest {
  private final AuthenticateBrowserSession.Query query;

  BrowserSessionAuthenticationRequest(AuthenticateBrowserSession.Query query) {
    this.query = query;
  }

  AuthenticateBrowserSession.Query query() {
    return query;
  }
}
