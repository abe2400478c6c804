package dev.quartermaster.testkit.shared;

import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;

/** {@link OutboxContract} in memory. */
class InMemoryOutboxTest extends OutboxContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected Outbox outbox() {
    return outbox;
  }

  @Override
  protected List<String> typesOf(String aggregateId) {
    return outbox.typesOf(aggregateId);
  }
}
