package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.Sessions;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemorySessionsTest extends SessionsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryUsers users = new InMemoryUsers(unitOfWork);
  private final InMemorySessions port = new InMemorySessions(unitOfWork, users);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Sessions sessions() {
    return port;
  }

  @Override
  protected Users users() {
    return users;
  }
}
