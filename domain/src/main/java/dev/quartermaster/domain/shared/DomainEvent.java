package dev.quartermaster.domain.shared;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened to an aggregate, as the rest of the world may learn it.
 *
 * @param type what happened, as aggregate and past participle such as {@code order.placed}
 * @param schemaVersion which form {@code data} has; counts changes that readers would not survive
 * @param aggregateType what it happened to, such as {@code order}
 * @param aggregateId which of them
 * @param sequence the aggregate's version that it led to; an aggregate's events lack none
 * @param owner whose the aggregate is, if it is somebody's; they may learn of it
 * @param actor who did it
 * @param at when it happened
 * @param requestId the request that it was done for, where that is not the current one
 * @param data the aggregate as it is since: texts, whole numbers, truth values, and lists and maps
 *     of these; never with secrets
 */
public record DomainEvent(
    String type,
    int schemaVersion,
    String aggregateType,
    String aggregateId,
    long sequence,
    Optional<UserId> owner,
    Actor actor,
    Instant at,
    Optional<String> requestId,
    Map<String, Object> data) {
  public DomainEvent {
    data = Map.copyOf(data);
  }

  /** The same thing, done for another request than the current one. */
  public DomainEvent doneFor(String request) {
    return new DomainEvent(
        type,
        schemaVersion,
        aggregateType,
        aggregateId,
        sequence,
        owner,
        actor,
        at,
        Optional.of(request),
        data);
  }
}
