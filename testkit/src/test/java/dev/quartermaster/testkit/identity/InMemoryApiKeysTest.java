package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.ApiKeys;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryApiKeysTest extends ApiKeysContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryUsers users = new InMemoryUsers(unitOfWork);
  private final InMemoryApiKeys port = new InMemoryApiKeys(unitOfWork, users);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected ApiKeys apiKeys() {
    return port;
  }

  @Override
  protected Users users() {
    return users;
  }
}
