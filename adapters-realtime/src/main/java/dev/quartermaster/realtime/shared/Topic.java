package dev.quartermaster.realtime.shared;

import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.PublishedEvent;
import java.util.OptionalLong;
import java.util.concurrent.Flow;

/** What a client can subscribe to; each context brings its own. */
public interface Topic {

  /** Whether the name that a client sent is one of this kind. */
  boolean isNamed(String name);

  /**
   * Begins to follow.
   *
   * @param name what the client named, which is of this kind
   * @param lastEventId the last event that the client knows
   * @throws dev.quartermaster.domain.shared.DomainException when the actor may not, or the name is
   *     of nothing that there is
   */
  void follow(
      String name, Actor actor, OptionalLong lastEventId, Flow.Subscriber<PublishedEvent> follower);
}
