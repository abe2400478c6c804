package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.Sealing;

/** {@link SealingContract} in memory. */
class InMemorySealingTest extends SealingContract {
  private final Sealing sealing = new InMemorySealing();

  @Override
  protected Sealing sealing() {
    return sealing;
  }
}
