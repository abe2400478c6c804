package dev.quartermaster.testkit.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.notifications.Mail;
import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.MailTemplate;
import dev.quartermaster.domain.notifications.OutgoingMail;
import dev.quartermaster.domain.shared.Identifiers;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@link Mail} promises. */
public abstract class MailContract {
  /** Makes ids. */
  protected static final Identifiers IDENTIFIERS = new SequentialIdentifiers();

  private static final Instant NOW = Instant.parse("2026-03-01T10:15:30Z");

  /** The port under test. */
  protected abstract Mail mail();

  /** The ids of the mails that the server has got for an address. */
  protected abstract List<MailId> receivedBy(EmailAddress address);

  /** Stops the server until {@link #startServer}. */
  protected abstract void stopServer();

  /** Starts the server again. */
  protected abstract void startServer();

  @Test
  void everyKindOfMailArrivesUnderItsId() {
    for (MailTemplate template : MailTemplate.values()) {
      OutgoingMail mail = mailOf(template);
      assertThat(mail().send(mail)).isEqualTo(new Mail.Accepted());
      assertThat(receivedBy(mail.recipient())).containsExactly(mail.id());
    }
  }

  @Test
  void aMailThatIsSentTwiceHasTheSameIdBothTimes() {
    OutgoingMail mail = mailOf(MailTemplate.WELCOME);
    assertThat(mail().send(mail)).isEqualTo(new Mail.Accepted());
    assertThat(mail().send(mail)).isEqualTo(new Mail.Accepted());
    assertThat(receivedBy(mail.recipient())).containsExactly(mail.id(), mail.id());
  }

  @Test
  void aServerThatIsDownIsUnreachableAndTakesMailsWhenItIsBack() {
    OutgoingMail mail = mailOf(MailTemplate.WELCOME);
    stopServer();
    try {
      assertThat(mail().send(mail)).isInstanceOf(Mail.Unreachable.class);
    } finally {
      startServer();
    }
    assertThat(mail().send(mail)).isEqualTo(new Mail.Accepted());
    assertThat(receivedBy(mail.recipient())).containsExactly(mail.id());
  }

  /** A mail of that kind to an address of its own. */
  protected static OutgoingMail mailOf(MailTemplate template) {
    return OutgoingMail.of(
        new MailId(IDENTIFIERS.next()),
        new EmailAddress(IDENTIFIERS.next() + "@example.com"),
        template,
        template.parameters().stream().collect(Collectors.toMap(name -> name, MailContract::value)),
        NOW);
  }

  private static String value(String parameter) {
    return switch (parameter) {
      case MailTemplate.AMOUNT -> "123456";
      case MailTemplate.CURRENCY -> "EUR";
      default -> "the-" + parameter;
    };
  }
}
