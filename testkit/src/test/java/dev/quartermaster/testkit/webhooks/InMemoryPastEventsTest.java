package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.webhooks.PastEvents;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

class InMemoryPastEventsTest extends PastEventsContract {
  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryPastEvents port = new InMemoryPastEvents();
  private final AtomicLong position = new AtomicLong();

  @Override
  protected UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  @Override
  protected PastEvents events() {
    return port;
  }

  @Override
  protected Instant begin() {
    return NOW;
  }

  @Override
  protected void happened(String thing, Instant at) {
    port.add(
        Subscriptions.event(IDENTIFIERS, position.incrementAndGet(), "order.placed", thing, at));
  }
}
