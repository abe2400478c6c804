package dev.quartermaster.application.notifications;

import java.time.Duration;

/** Forgets mails that were given up long ago. */
public interface ForgetParkedMails {
  /** How long a mail is kept after it was given up. */
  Duration RETENTION = Duration.ofDays(30);

  /** Forgets a batch of mails whose time is over. */
  Result forget(Command command);

  /**
   * @param limit how many at the most, so that no transaction grows long
   */
  record Command(int limit) {}

  /**
   * @param forgotten how many were forgotten
   */
  record Result(int forgotten) {}
}
