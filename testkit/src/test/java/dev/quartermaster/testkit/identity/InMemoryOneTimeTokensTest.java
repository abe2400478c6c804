package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.OneTimeTokens;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

/** {@link OneTimeTokensContract} in memory. */
class InMemoryOneTimeTokensTest extends OneTimeTokensContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryUsers users = new InMemoryUsers(unitOfWork);
  private final InMemoryOneTimeTokens port = new InMemoryOneTimeTokens(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Users users() {
    return users;
  }

  @Override
  protected OneTimeTokens tokens() {
    return port;
  }
}
