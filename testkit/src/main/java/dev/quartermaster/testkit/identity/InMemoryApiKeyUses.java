package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.ApiKeyUses;
import dev.quartermaster.domain.shared.ApiKeyId;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.Concurrently;
import java.time.Instant;

/** Notes uses at the keys in memory, each in a transaction of its own. */
public final class InMemoryApiKeyUses implements ApiKeyUses {
  private final UnitOfWork unitOfWork;
  private final InMemoryApiKeys keys;

  /** Notes uses of those keys. */
  public InMemoryApiKeyUses(UnitOfWork unitOfWork, InMemoryApiKeys keys) {
    this.unitOfWork = unitOfWork;
    this.keys = keys;
  }

  @Override
  public void note(ApiKeyId key, Instant at) {
    Concurrently.elsewhere(
        () ->
            unitOfWork.inTransaction(
                () -> {
                  keys.used(key, at);
                  return key;
                }));
  }
}
