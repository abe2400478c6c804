package dev.quartermaster.domain.events;

import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.domain.shared.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * Which events somebody wants; each part narrows the choice.
 *
 * @param types only of these types; of all if empty
 * @param aggregateType only of what happened to such things
 * @param aggregateId only of what happened to this one
 * @param owner only of what happened to this user's things
 */
public record EventFilter(
    Set<String> types,
    Optional<String> aggregateType,
    Optional<String> aggregateId,
    Optional<UserId> owner) {
  public EventFilter {
    types = Set.copyOf(types);
  }

  /** All events. */
  public static EventFilter all() {
    return new EventFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** What happened to one thing. */
  public static EventFilter of(String aggregateType, Object aggregateId) {
    return new EventFilter(
        Set.of(),
        Optional.of(aggregateType),
        Optional.of(aggregateId.toString()),
        Optional.empty());
  }

  /** Whether the event is wanted. */
  public boolean matches(PublishedEvent event) {
    return (types.isEmpty() || types.contains(event.type()))
        && aggregateType.map(event.aggregateType()::equals).orElse(true)
        && aggregateId.map(event.aggregateId()::equals).orElse(true)
        && (owner.isEmpty() || owner.equals(event.owner()));
  }
}
