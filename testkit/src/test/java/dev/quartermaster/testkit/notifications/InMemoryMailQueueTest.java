package dev.quartermaster.testkit.notifications;

import dev.quartermaster.domain.notifications.MailQueue;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

/** {@link MailQueueContract} in memory. */
class InMemoryMailQueueTest extends MailQueueContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryMailQueue queue = new InMemoryMailQueue(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected MailQueue queue() {
    return queue;
  }
}
