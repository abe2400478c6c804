package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.PublicKeys;

class InMemoryPublicKeysTest extends PublicKeysContract {
  private final InMemoryPublicKeys port = new InMemoryPublicKeys();

  @Override
  protected PublicKeys publicKeys() {
    return port;
  }
}
