package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.ApiKeyUses;
import dev.quartermaster.domain.identity.ApiKeys;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryApiKeyUsesTest extends ApiKeyUsesContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryUsers users = new InMemoryUsers(unitOfWork);
  private final InMemoryApiKeys keys = new InMemoryApiKeys(unitOfWork, users);
  private final InMemoryApiKeyUses port = new InMemoryApiKeyUses(unitOfWork, keys);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected ApiKeyUses uses() {
    return port;
  }

  @Override
  protected ApiKeys apiKeys() {
    return keys;
  }

  @Override
  protected Users users() {
    return users;
  }
}
