package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.Replays;
import dev.quartermaster.domain.webhooks.Webhooks;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryReplaysTest extends ReplaysContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryWebhooks webhooks = new InMemoryWebhooks(unitOfWork);
  private final InMemoryReplays port = new InMemoryReplays(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Replays replays() {
    return port;
  }

  @Override
  protected Webhooks webhooks() {
    return webhooks;
  }
}
