package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.bootstrap.EmbeddedServersResource;
import dev.quartermaster.domain.ordering.OrderNews;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.ordering.OrderNewsContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** {@link OrderNewsContract} on the log of all events. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class LoggedOrderNewsTest extends OrderNewsContract {
  @Inject UnitOfWork unitOfWork;
  @Inject OrderNews news;
  @Inject Outbox outbox;

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected OrderNews news() {
    return news;
  }

  @Override
  protected Outbox outbox() {
    return outbox;
  }

  @Override
  protected void publish() {
    // The application does so by itself.
  }
}
