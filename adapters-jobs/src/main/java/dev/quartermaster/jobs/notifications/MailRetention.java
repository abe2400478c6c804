package dev.quartermaster.jobs.notifications;

import dev.quartermaster.application.notifications.ForgetParkedMails;
import dev.quartermaster.domain.shared.Schedule;
import dev.quartermaster.jobs.shared.Batches;
import dev.quartermaster.jobs.shared.RecurringWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Forgets mails that were given up long ago. */
final class MailRetention {
  private MailRetention() {}

  @Produces
  @Singleton
  static RecurringWork parkedMails(ForgetParkedMails mails) {
    return RecurringWork.forgetting(
        Schedule.MAIL_RETENTION,
        Batches.OF_ROWS,
        limit -> mails.forget(new ForgetParkedMails.Command(limit)).forgotten());
  }
}
