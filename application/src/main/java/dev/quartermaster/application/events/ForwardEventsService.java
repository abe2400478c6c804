package dev.quartermaster.application.events;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.events.EventSink;
import dev.quartermaster.domain.shared.EventFeed;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.List;

/**
 * The transaction stays open while events are sent, for as long as that may take at the most: it
 * holds nothing but the sink's own place, which keeps nodes from sending side by side and so in
 * disorder.
 */
@UseCase
final class ForwardEventsService implements ForwardEvents {
  private final UnitOfWork unitOfWork;
  private final EventFeed feed;
  private final EventSink sink;

  ForwardEventsService(UnitOfWork unitOfWork, EventFeed feed, EventSink sink) {
    this.unitOfWork = unitOfWork;
    this.feed = feed;
    this.sink = sink;
  }

  @Override
  public int forward(Command command) {
    return sink.isOpen() ? unitOfWork.inTransaction(() -> forwardNext(command.limit())) : 0;
  }

  private int forwardNext(int limit) {
    List<PublishedEvent> next = feed.next(SUBSCRIBER, limit);
    if (!next.isEmpty()) {
      sink.send(next);
      feed.moveOn(SUBSCRIBER, next.getLast().position());
    }
    return next.size();
  }
}
