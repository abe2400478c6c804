package dev.quartermaster.jobs.shared;

import dev.quartermaster.application.shared.ForgetExpiredAnswers;
import dev.quartermaster.domain.shared.Schedule;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Forgets kept answers. */
final class AnswerRetention {
  private AnswerRetention() {}

  @Produces
  @Singleton
  static RecurringWork answers(ForgetExpiredAnswers answers) {
    return RecurringWork.forgetting(
        Schedule.ANSWER_RETENTION,
        Batches.OF_ROWS,
        limit -> answers.forget(new ForgetExpiredAnswers.Command(limit)).forgotten());
  }
}
