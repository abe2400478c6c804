package dev.quartermaster.persistence.shared;

import dev.quartermaster.domain.shared.CurrentRequest;
import dev.quartermaster.testkit.shared.InMemoryCurrentRequest;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Tests of the adapter work for no request. */
final class NoRequest {
  private NoRequest() {}

  @Produces
  @Singleton
  static CurrentRequest currentRequest() {
    return new InMemoryCurrentRequest();
  }
}
