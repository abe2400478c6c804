package dev.quartermaster.testkit.notifications;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.notifications.Mail;
import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.OutgoingMail;
import java.util.List;

/** {@link MailContract} in memory. */
class InMemoryMailTest extends MailContract {
  private final InMemoryMail mail = new InMemoryMail();

  @Override
  protected Mail mail() {
    return mail;
  }

  @Override
  protected List<MailId> receivedBy(EmailAddress address) {
    return mail.received().stream()
        .filter(received -> received.recipient().equals(address))
        .map(OutgoingMail::id)
        .toList();
  }

  @Override
  protected void stopServer() {
    mail.setDown(true);
  }

  @Override
  protected void startServer() {
    mail.setDown(false);
  }
}
