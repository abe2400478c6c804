package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.UserField;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;

/** Lists accounts. */
public interface ListUsers {

  /**
   * Lists all living accounts.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code users:read}
   */
  Slice<User> list(Query query);

  /**
   * @param actor who asks
   * @param page which part of the list
   */
  record Query(Actor actor, PageRequest<UserField> page) {}
}
