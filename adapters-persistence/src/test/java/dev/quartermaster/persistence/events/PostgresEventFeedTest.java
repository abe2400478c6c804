package dev.quartermaster.persistence.events;

import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.shared.EventFeed;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.events.EventFeedContract;
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
  protected EventLog log() {
    return log;
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
