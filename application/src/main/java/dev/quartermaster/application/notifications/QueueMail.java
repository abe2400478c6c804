package dev.quartermaster.application.notifications;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.Language;
import dev.quartermaster.domain.notifications.MailTemplate;
import java.util.Map;

/** Queues a mail. */
public interface QueueMail {

  /**
   * Queues the mail in the caller's transaction, so that it leaves exactly when that commits. Asked
   * by other contexts, which answer for who may.
   */
  void queue(Command command);

  /**
   * @param recipient where it goes
   * @param language in which language it is written
   * @param template what it says
   * @param parameters what it is filled with, as the template wants it
   */
  record Command(
      EmailAddress recipient,
      Language language,
      MailTemplate template,
      Map<String, String> parameters) {
    public Command {
      parameters = Map.copyOf(parameters);
    }

    @Override
    public String toString() {
      return "Command[" + template.code() + "]";
    }
  }
}
