package dev.quartermaster.testkit.notifications;

import dev.quartermaster.domain.notifications.MailQueue;
import dev.quartermaster.domain.notifications.ParkedMails;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryParkedMailsTest extends ParkedMailsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryMailQueue queue = new InMemoryMailQueue(unitOfWork);
  private final InMemoryParkedMails port = new InMemoryParkedMails(queue);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected ParkedMails parked() {
    return port;
  }

  @Override
  protected MailQueue queue() {
    return queue;
  }
}
