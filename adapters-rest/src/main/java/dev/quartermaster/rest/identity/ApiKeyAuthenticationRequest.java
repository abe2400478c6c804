package dev.quartermaster.rest.identity;

import dev.quartermaster.domain.identity.RawApiKey;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks who acts by an API key. */
final class ApiKeyAuthenticationRequest extends BaseAuthenticationRequest {
  private final RawApiKey key;

  ApiKeyAuthenticationRequest(RawApiKey key) {
    this.key = key;
  }

  RawApiKey key() {
    return key;
  }
}
