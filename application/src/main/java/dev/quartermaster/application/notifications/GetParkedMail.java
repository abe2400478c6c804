package dev.quartermaster.application.notifications;

import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.ParkedMail;
import dev.quartermaster.domain.shared.Actor;

/** Reads one mail that was given up. */
public interface GetParkedMail {

  /**
   * Reads a mail that was given up, without what it is filled with.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code jobs:write}
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such mail that was given up
   */
  ParkedMail get(Query query);

  /**
   * @param actor who asks
   * @param mailId which mail
   */
  record Query(Actor actor, MailId mailId) {}
}
