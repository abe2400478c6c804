package dev.quartermaster.application.events;

import dev.quartermaster.application.shared.UseCase;
import dev.quartermaster.domain.events.EventFilter;
import dev.quartermaster.domain.events.EventLog;
import dev.quartermaster.domain.events.EventStream;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.InvalidInput;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.UnitOfWork;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

@UseCase
final class FollowEventsService implements FollowEvents {
  private final UnitOfWork unitOfWork;
  private final EventLog log;
  private final EventStream stream;

  FollowEventsService(UnitOfWork unitOfWork, EventLog log, EventStream stream) {
    this.unitOfWork = unitOfWork;
    this.log = log;
    this.stream = stream;
  }

  @Override
  public void follow(Query query, Flow.Subscriber<PublishedEvent> follower) {
    Actor actor = query.actor();
    actor.require(Permission.ORDERS_READ);
    InvalidInput.collect(
        () -> query.aggregateType().ifPresent(name -> Followable.of("aggregateType", name)),
        () -> query.types().forEach(FollowEventsService::ofType));
    requireAny(query);
    EventFilter filter =
        new EventFilter(
            query.types(), query.aggregateType(), query.aggregateId(), Optional.empty());
    stream.follow(
        actor.reference(),
        LogPlace.of(query.lastEventId(), head -> head, log, unitOfWork),
        event -> filter.matches(event) && Followable.mayKnow(actor, event),
        LogPlace.older(log, filter, unitOfWork),
        follower);
  }

  /** Who asks for one sort of thing alone is told what they lack for it. */
  private static void requireAny(Query query) {
    Stream.concat(
            query.aggregateType().flatMap(Followable::ofCode).stream(),
            query.types().stream().map(FollowEventsService::ofType))
        .map(Followable::permission)
        .forEach(query.actor()::require);
  }

  private static Followable ofType(String type) {
    int dot = type.indexOf('.');
    return Followable.of("type", dot < 0 ? type : type.substring(0, dot));
  }
}
