package dev.quartermaster.domain.shared;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What recurs by itself, on one node of all at a time. The times are UTC, and no two begin in the
 * same second.
 */
public enum Schedule {
  /** Forgets answers that were kept for requests that are sent again. */
  ANSWER_RETENTION("5 * * * * *"),
  /** Walks along the audit trail's chain; fails when it is broken. */
  AUDIT_VERIFICATION("30 17 3 * * *"),
  /** Forgets events that everybody has read. */
  EVENT_RETENTION("50 15 * * * *"),
  /** Forgets whose log-ins failed. */
  FAILED_LOG_IN_RETENTION("10 3/10 * * * *"),
  /** Forgets files that nobody will import. */
  IMPORT_RETENTION("15 25 * * * *"),
  /** Forgets jobs that were over long ago. */
  JOB_RETENTION("20 35 * * * *"),
  /** Forgets mails that were given up long ago. */
  MAIL_RETENTION("25 45 * * * *"),
  /** Compares orders, payments and stock. */
  RECONCILIATION("35 */5 * * * *"),
  /** Forgets sessions that are over. */
  SESSION_RETENTION("40 2/10 * * * *"),
  /** Forgets one-time tokens whose time is over. */
  TOKEN_RETENTION("45 4/10 * * * *");

  private final String cron;

  Schedule(String cron) {
    this.cron = cron;
  }

  /** When it runs: second, minute, hour, day of the month, month and day of the week. */
  public String cron() {
    return cron;
  }

  /** The name that clients know, such as {@code token-retention}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The schedule of that code, if there is one. */
  public static Optional<Schedule> ofCode(String code) {
    return Stream.of(values()).filter(schedule -> schedule.code().equals(code)).findFirst();
  }
}
