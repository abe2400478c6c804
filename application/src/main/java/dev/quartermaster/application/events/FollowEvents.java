package dev.quartermaster.application.events;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.PublishedEvent;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Flow;

/** Follows what happens in the whole shop. */
public interface FollowEvents {

  /**
   * Gives the follower the wanted events that the actor may know of, each once and in the order of
   * the log, and then each as it comes, until it cancels. Events of orders and payments need {@code
   * orders:read}, those of products {@code catalog:write} and those of users {@code users:read}.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code orders:read}, and when only
   *     events are wanted that the actor may not know of
   * @throws dev.quartermaster.domain.shared.InvalidInput when there are no such things as the query
   *     names, or one cannot go on from there
   * @throws dev.quartermaster.domain.events.TooManyFollowers when the actor follows as often as one
   *     may
   */
  void follow(Query query, Flow.Subscriber<PublishedEvent> follower);

  /**
   * @param actor who asks
   * @param types only of these types; of all if empty
   * @param aggregateType only of what happens to such things
   * @param aggregateId only of what happens to this one
   * @param lastEventId the last place in the log that the follower knows; what comes from now on if
   *     there is none
   */
  record Query(
      Actor actor,
      Set<String> types,
      Optional<String> aggregateType,
      Optional<String> aggregateId,
      OptionalLong lastEventId) {
    public Query {
      types = Set.copyOf(types);
    }
  }
}
