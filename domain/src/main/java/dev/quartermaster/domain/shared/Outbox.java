package dev.quartermaster.domain.shared;

import java.util.List;

/**
 * Where events wait until they are published, which happens soon after their transaction has
 * committed and never if it is rolled back. Safe for use by many threads at once.
 */
public interface Outbox {

  /**
   * Appends events, in their order, in the current transaction of {@link UnitOfWork}. Whoever
   * appends an event of an aggregate holds the aggregate's lock, so that the order of an
   * aggregate's events is that of its versions. Callers never wait for one another here.
   */
  void append(List<DomainEvent> events);

  /** {@link #append(List)} for one event. */
  default void append(DomainEvent event) {
    append(List.of(event));
  }
}
