package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.Sealing;
import dev.quartermaster.testkit.shared.InMemorySealing;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Tests of the adapter have no key to seal with. */
final class SealedInMemory {
  private SealedInMemory() {}

  @Produces
  @Singleton
  static Sealing sealing() {
    return new InMemorySealing();
  }
}
