package dev.quartermaster.application.shared;

import java.time.Duration;

/** Forgets answers that were kept for idempotency longer than promised. */
public interface ForgetExpiredAnswers {
  /** How long an answer is kept. */
  Duration RETENTION = Duration.ofHours(24);

  /** Forgets a batch of answers whose time is over. */
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
