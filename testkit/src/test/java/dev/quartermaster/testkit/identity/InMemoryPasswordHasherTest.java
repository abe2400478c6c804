package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.PasswordHasher;

class InMemoryPasswordHasherTest extends PasswordHasherContract {
  private final InMemoryPasswordHasher port = new InMemoryPasswordHasher();

  @Override
  protected PasswordHasher hasher() {
    return port;
  }
}
