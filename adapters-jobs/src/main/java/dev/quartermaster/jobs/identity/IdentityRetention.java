package dev.quartermaster.jobs.identity;

import dev.quartermaster.application.identity.ForgetExpiredSessions;
import dev.quartermaster.application.identity.ForgetExpiredTokens;
import dev.quartermaster.application.identity.ForgetFailedLogIns;
import dev.quartermaster.domain.shared.Schedule;
import dev.quartermaster.jobs.shared.Batches;
import dev.quartermaster.jobs.shared.RecurringWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What identity forgets. */
final class IdentityRetention {
  private IdentityRetention() {}

  @Produces
  @Singleton
  static RecurringWork sessions(ForgetExpiredSessions sessions) {
    return RecurringWork.forgetting(
        Schedule.SESSION_RETENTION,
        Batches.OF_ROWS,
        limit -> sessions.forget(new ForgetExpiredSessions.Command(limit)).forgotten());
  }

  @Produces
  @Singleton
  static RecurringWork tokens(ForgetExpiredTokens tokens) {
    return RecurringWork.forgetting(
        Schedule.TOKEN_RETENTION,
        Batches.OF_ROWS,
        limit -> tokens.forget(new ForgetExpiredTokens.Command(limit)).forgotten());
  }

  @Produces
  @Singleton
  static RecurringWork failedLogIns(ForgetFailedLogIns failedLogIns) {
    return RecurringWork.forgetting(
        Schedule.FAILED_LOG_IN_RETENTION,
        Batches.OF_ROWS,
        limit -> failedLogIns.forget(new ForgetFailedLogIns.Command(limit)).forgotten());
  }
}
