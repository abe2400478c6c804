package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.domain.webhooks.WebhookMails;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.util.List;

class InMemoryWebhookMailsTest extends WebhookMailsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryWebhookMails port = new InMemoryWebhookMails(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected WebhookMails mails() {
    return port;
  }

  @Override
  protected UserId owner() {
    return new UserId(IDENTIFIERS.next());
  }

  @Override
  protected UserId formerOwner() {
    UserId user = owner();
    port.forget(user);
    return user;
  }

  @Override
  protected List<WebhookId> toldTo(UserId owner, int number) {
    return port.sent().stream()
        .filter(mail -> mail.owner().equals(owner))
        .map(InMemoryWebhookMails.Sent::webhook)
        .toList();
  }
}
