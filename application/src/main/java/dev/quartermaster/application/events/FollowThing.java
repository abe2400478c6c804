package dev.quartermaster.application.events;

import dev.quartermaster.domain.shared.PublishedEvent;
import java.util.OptionalLong;
import java.util.concurrent.Flow;

/** Follows what happens to one thing; for contexts that know who may. */
public interface FollowThing {

  /**
   * Gives the follower the events of the thing, each once and in order, and then each as it comes,
   * until it cancels.
   *
   * @throws dev.quartermaster.domain.shared.InvalidInput when one cannot go on from there
   * @throws dev.quartermaster.domain.events.TooManyFollowers when the account follows as often as
   *     one may
   */
  void follow(Query query, Flow.Subscriber<PublishedEvent> follower);

  /**
   * @param aggregateType what sort of thing
   * @param aggregateId which of them
   * @param account in whose name it is followed
   * @param lastEventId the last place in the log that the follower knows; if there is none, it gets
   *     all that ever happened to the thing
   */
  record Query(
      String aggregateType, String aggregateId, String account, OptionalLong lastEventId) {}
}
