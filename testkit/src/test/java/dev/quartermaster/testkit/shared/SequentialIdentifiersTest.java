package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.Identifiers;

class SequentialIdentifiersTest extends IdentifiersContract {
  private final SequentialIdentifiers port = new SequentialIdentifiers();

  @Override
  protected Identifiers identifiers() {
    return port;
  }
}
