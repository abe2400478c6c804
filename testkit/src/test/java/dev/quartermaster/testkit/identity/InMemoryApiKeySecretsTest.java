package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.ApiKeySecrets;

class InMemoryApiKeySecretsTest extends ApiKeySecretsContract {
  private final InMemoryApiKeySecrets port = new InMemoryApiKeySecrets();

  @Override
  protected ApiKeySecrets secrets() {
    return port;
  }
}
