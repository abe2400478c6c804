package dev.quartermaster.testkit.ordering;

import dev.quartermaster.domain.events.EventFilter;
import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.events.EventStream;
import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.ordering.OrderNews;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.PublishedEvent;
import java.util.OptionalLong;
import java.util.concurrent.Flow;

/** News of orders out of a log. */
public final class InMemoryOrderNews implements OrderNews {
  private static final int PAGE = 10;

  private final EventLog log;
  private final EventStream stream;

  /** News out of that log, of which the stream is told. */
  public InMemoryOrderNews(EventLog log, EventStream stream) {
    this.log = log;
    this.stream = stream;
  }

  @Override
  public void follow(
      OrderId order, String account, OptionalLong after, Flow.Subscriber<PublishedEvent> follower) {
    if (after.orElse(0) > log.head()) {
      throw InvalidInput.of("lastEventId", "is none that was ever given");
    }
    EventFilter filter = EventFilter.of("order", order);
    stream.follow(
        account,
        after.orElse(0),
        filter::matches,
        place -> log.after(place, filter, PAGE),
        follower);
  }
}
