package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.WebhookOwners;
import java.util.UUID;

class InMemoryWebhookOwnersTest extends WebhookOwnersContract {
  private final InMemoryWebhookOwners port = new InMemoryWebhookOwners();

  @Override
  protected WebhookOwners owners() {
    return port;
  }

  @Override
  protected UserId permitted() {
    UserId user = new UserId(UUID.randomUUID());
    port.permit(user);
    return user;
  }

  @Override
  protected UserId forbidden() {
    UserId user = permitted();
    port.forbid(user);
    return user;
  }
}
