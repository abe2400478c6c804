package dev.quartermaster.application.events;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.events.EventFilter;
import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.events.EventStream;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.concurrent.Flow;

@UseCase
final class FollowThingService implements FollowThing {
  private final UnitOfWork unitOfWork;
  private final EventLog log;
  private final EventStream stream;

  FollowThingService(UnitOfWork unitOfWork, EventLog log, EventStream stream) {
    this.unitOfWork = unitOfWork;
    this.log = log;
    this.stream = stream;
  }

  @Override
  public void follow(Query query, Flow.Subscriber<PublishedEvent> follower) {
    EventFilter filter = EventFilter.of(query.aggregateType(), query.aggregateId());
    stream.follow(
        query.account(),
        LogPlace.of(query.lastEventId(), _ -> LogPlace.BEGINNING, log, unitOfWork),
        filter::matches,
        LogPlace.older(log, filter, unitOfWork),
        follower);
  }
}
