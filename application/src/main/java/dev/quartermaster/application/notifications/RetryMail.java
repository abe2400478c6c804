package dev.quartermaster.application.notifications;

import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.shared.Actor;

/** Has a mail sent that was given up. */
public interface RetryMail {

  /**
   * Queues the mail again, to be tried once more at once.
   *
   * @throws dev.quartermaster.domain.shared.Forbidden without {@code jobs:write}
   * @throws dev.quartermaster.domain.shared.NotFound when there is no such mail that was given up
   */
  void retry(Command command);

  /**
   * @param actor who asks
   * @param mailId which mail
   */
  record Command(Actor actor, MailId mailId) {}
}
