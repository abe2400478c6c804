package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.ordering.OrderId;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.PublishedEvent;
import java.util.OptionalLong;
import java.util.concurrent.Flow;

/** Follows an order through its life. */
public interface FollowOrder {

  /**
   * Gives the follower the events of one of the actor's own orders, or with {@code orders:read} of
   * any, each once and in order, and then each as it comes, until it cancels; also after the end of
   * the order.
   *
   * @throws dev.quartermaster.domain.shared.NotFound when there is none that the actor may see
   * @throws dev.quartermaster.domain.shared.InvalidInput when one cannot go on from there
   */
  void follow(Query query, Flow.Subscriber<PublishedEvent> follower);

  /**
   * @param actor who asks
   * @param orderId which order
   * @param lastEventId the last place in the log of all events that the follower knows; if there is
   *     none, it gets all events of the order
   */
  record Query(Actor actor, OrderId orderId, OptionalLong lastEventId) {}
}
