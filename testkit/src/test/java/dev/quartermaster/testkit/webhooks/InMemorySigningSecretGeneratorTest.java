package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.webhooks.SigningSecretGenerator;

class InMemorySigningSecretGeneratorTest extends SigningSecretGeneratorContract {
  private final SigningSecretGenerator port = new InMemorySigningSecretGenerator();

  @Override
  protected SigningSecretGenerator secrets() {
    return port;
  }
}
