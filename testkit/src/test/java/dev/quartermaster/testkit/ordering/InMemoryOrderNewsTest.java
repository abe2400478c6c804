package dev.quartermaster.testkit.ordering;

import dev.quartermaster.domain.events.EventFilter;
import dev.quartermaster.domain.ordering.OrderNews;
import dev.quartermaster.domain.shared.Outbox;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.testkit.events.InMemoryEventLog;
import dev.quartermaster.testkit.events.InMemoryEventStream;
import dev.quartermaster.testkit.shared.InMemoryOutbox;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;

class InMemoryOrderNewsTest extends OrderNewsContract {
  private static final int ALL = 100;

  private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
  private final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
  private final InMemoryEventLog log = new InMemoryEventLog(unitOfWork, outbox);
  private final InMemoryEventStream stream = new InMemoryEventStream();
  private final InMemoryOrderNews news = new InMemoryOrderNews(log, stream);

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
    inTransaction(() -> log.publish(ALL));
    stream.tell(log.after(stream.head(), EventFilter.all(), ALL));
  }
}
