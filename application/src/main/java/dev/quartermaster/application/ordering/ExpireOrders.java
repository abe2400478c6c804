package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.shared.Actor;

/** Ends orders that were not paid in time. */
public interface ExpireOrders {

  /**
   * Ends a batch of overdue orders and gives their stock back. Any number of nodes may call it at
   * once; each order ends once.
   */
  Result expire(Command command);

  /**
   * @param actor the process on whose behalf it happens
   * @param limit how many at the most, so that no transaction grows long
   */
  record Command(Actor.SystemProcess actor, int limit) {}

  /**
   * @param expired how many orders were ended
   */
  record Result(int expired) {}
}
