package dev.quartermaster.realtime.events;

import dev.quartermaster.application.events.FollowEvents;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.PublishedEvent;
import dev.quartermaster.realtime.shared.Topic;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Flow;

/** All that happens, as {@code events}; and all that happens to orders, as {@code orders}. */
@Singleton
final class EventTopics implements Topic {
  private static final Map<String, Optional<String>> AGGREGATE_TYPES =
      Map.of("events", Optional.empty(), "orders", Optional.of("order"));

  private final FollowEvents followEvents;

  EventTopics(FollowEvents followEvents) {
    this.followEvents = followEvents;
  }

  @Override
  public boolean isNamed(String name) {
    return AGGREGATE_TYPES.containsKey(name);
  }

  @Override
  public void follow(
      String name,
      Actor actor,
      OptionalLong lastEventId,
      Flow.Subscriber<PublishedEvent> follower) {
    followEvents.follow(
        new FollowEvents.Query(
            actor,
            Set.of(),
            AGGREGATE_TYPES.getOrDefault(name, Optional.empty()),
            Optional.empty(),
            lastEventId),
        follower);
  }
}
