package dev.quartermaster.persistence.events;

import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.events.EventNotices;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.events.EventNoticesContract;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link EventNoticesContract} on PostgreSQL. */
@QuarkusTest
class PostgresEventNoticesTest extends EventNoticesContract {
  @Inject UnitOfWork unitOfWork;
  @Inject EventNotices notices;
  @Inject EventLog log;
  @Inject Outbox outbox;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected EventNotices notices() {
    return notices;
  }

  @Override
  protected EventLog log() {
    return log;
  }

  @Override
  protected Outbox outbox() {
    return outbox;
  }
}
