package dev.quartermaster.rest.identity;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks who bears an access token of a trusted issuer. */
final class ForeignTokenRequest extends BaseAuthenticationRequest {
  private final String token;

  ForeignTokenRequest(String token) {
    this.token = token;
  }

  String token() {
    return token;
  }
}
