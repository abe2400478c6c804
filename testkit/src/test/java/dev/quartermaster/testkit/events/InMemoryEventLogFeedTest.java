package dev.quartermaster.testkit.events;

import dev.quartermaster.domain.events.EventLogState;
import dev.quartermaster.domain.shared.EventFeed;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.EventFeedContract;
import dev.quartermaster.testkit.shared.InMemoryOutbox;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

/** {@link EventFeedContract} in memory. */
class InMemoryEventLogFeedTest extends EventFeedContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
  private final InMemoryEventLog log = new InMemoryEventLog(unitOfWork, outbox);

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected void publishAll() {
    while (inTransaction(() -> log.publish(100)) > 0) {
      // The rest follows.
    }
  }

  @Override
  protected long parkedBy(String subscriber) {
    return log.state().subscribers().stream()
        .filter(each -> each.name().equals(subscriber))
        .mapToLong(EventLogState.Subscriber::parked)
        .sum();
  }

  @Override
  protected EventFeed feed() {
    return log;
  }

  @Override
  protected Outbox outbox() {
    return outbox;
  }
}
