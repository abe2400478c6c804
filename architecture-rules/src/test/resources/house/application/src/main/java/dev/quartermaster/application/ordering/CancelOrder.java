package dev.quartermaster.application.ordering;

import dev.quartermaster.domain.shared.Actor;

public interface CancelOrder {
  void cancel(Actor actor, String order);
}
