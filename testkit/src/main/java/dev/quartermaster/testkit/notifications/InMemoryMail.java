package dev.quartermaster.testkit.notifications;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.notifications.Mail;
import dev.quartermaster.domain.notifications.OutgoingMail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A mail server that keeps what it gets, and can be told to refuse or to be down. */
public final class InMemoryMail implements Mail {
  private final List<OutgoingMail> received = new ArrayList<>();
  private final Set<EmailAddress> refused = new HashSet<>();
  private boolean down;
  private int asked;

  @Override
  public synchronized Outcome send(OutgoingMail mail) {
    asked++;
    if (down) {
      return new Unreachable("the server is down");
    }
    if (refused.contains(mail.recipient())) {
      return new Refused("550 no such mailbox");
    }
    received.add(mail);
    return new Accepted();
  }

  /** Refuses mails to an address from now on. */
  public synchronized void refuse(EmailAddress address) {
    refused.add(address);
  }

  /** Goes down, or comes back. */
  public synchronized void setDown(boolean isDown) {
    down = isDown;
  }

  /** What was accepted, in that order. */
  public synchronized List<OutgoingMail> received() {
    return List.copyOf(received);
  }

  /** How often a mail was handed over, whatever became of it. */
  public synchronized int asked() {
    return asked;
  }
}
