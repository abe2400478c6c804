package dev.quartermaster.testkit.notifications;

import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.notifications.Recipients;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.identity.InMemoryUsers;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryRecipientsTest extends RecipientsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryUsers users = new InMemoryUsers(unitOfWork);
  private final InMemoryRecipients port = new InMemoryRecipients(users);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Recipients recipients() {
    return port;
  }

  @Override
  protected Users users() {
    return users;
  }
}
