package dev.quartermaster.application.identity;

import java.time.Duration;

/** Forgets sessions that nobody can use any more. */
public interface ForgetExpiredSessions {

  /** How long an expired session is kept, for whoever looks into what happened. */
  Duration RETENTION = Duration.ofDays(7);

  /** Forgets a batch of sessions whose time is over. */
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
