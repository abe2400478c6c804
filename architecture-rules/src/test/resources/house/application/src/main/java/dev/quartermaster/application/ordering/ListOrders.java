package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.shared.Actor;

/** Lists orders. */
public interface ListOrders {
  void list(Actor actor);
}
