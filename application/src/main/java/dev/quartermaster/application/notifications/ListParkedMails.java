package dev.quartermaster.application.notifications;

import dev.quartermaster.domain.notifications.ParkedMail;
import dev.quartermaster.domain.notifications.ParkedMailField;
import dev.quartermaster.domain.shared.Actor;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;

/** Lists mails that were given up. */
public interface ListParkedMails {

  /**
   * Lists mails that were given up, without what they are filled with.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code jobs:write}
   */
  Slice<ParkedMail> list(Query query);

  /**
   * @param actor who asks
   * @param page which part of the list
   */
  record Query(Actor actor, PageRequest<ParkedMailField> page) {}
}
