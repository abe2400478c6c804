package dev.quartermaster.application.events;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.shared.EventFeed;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.time.InstantSource;

@UseCase
final class ParkEventService implements ParkEvent {
  private final UnitOfWork unitOfWork;
  private final EventFeed feed;
  private final InstantSource clock;

  ParkEventService(UnitOfWork unitOfWork, EventFeed feed, InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.feed = feed;
    this.clock = clock;
  }

  @Override
  public void park(Command command) {
    unitOfWork.inTransaction(
        () -> {
          for (PublishedEvent event : feed.next(command.subscriber(), 1)) {
            feed.park(command.subscriber(), event.position(), command.reason(), clock.instant());
            feed.moveOn(command.subscriber(), event.position());
          }
        });
  }
}
