package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.Session;
import dev.quartermaster.domain.identity.SessionField;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;

/** Lists where somebody is logged in. */
public interface ListSessions {

  /**
   * Lists the actor's own sessions, as far as they are active.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.shared.Forbidden when a program asks
   */
  Slice<Session> list(Query query);

  /**
   * @param actor who asks
   * @param page which part of the list
   */
  record Query(Actor actor, PageRequest<SessionField> page) {}
}
