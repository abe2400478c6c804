package dev.quartermaster.application.notifications;

import dev.quartermaster.domain.notifications.MailLoad;

/** Measures what is to be sent, for those who watch over the nodes. */
public interface MeasureMails {

  /** How many mails there are. */
  MailLoad measure();
}
