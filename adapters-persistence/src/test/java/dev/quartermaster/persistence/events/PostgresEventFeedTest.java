package dev.quartermaster.persistence.events;

import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.events.EventLogState;
import dev.quartermaster.domain.shared.EventFeed;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.shared.EventFeedContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link EventFeedContract} on PostgreSQL. */
@QuarkusTest
class PostgresEventFeedTest extends EventFeedContract {
  @Inject UnitOfWork unitOfWork;
  @Inject EventLog log;
  @Inject EventFeed feed;
  @Inject Outbox outbox;

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
    return feed;
  }

  @Override
  protected Outbox outbox() {
    return outbox;
  }
}
