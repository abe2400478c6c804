package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.testkit.shared.IdentifiersContract;

/** {@link IdentifiersContract} on the generator. */
class TimeOrderedIdentifiersTest extends IdentifiersContract {
  private final Identifiers identifiers = new TimeOrderedIdentifiers();

  @Override
  protected Identifiers identifiers() {
    return identifiers;
  }
}
