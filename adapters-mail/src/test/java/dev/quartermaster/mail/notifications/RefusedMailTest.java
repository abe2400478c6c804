package dev.quartermaster.mail.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.notifications.Mail;
import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.MailTemplate;
import dev.quartermaster.domain.notifications.OutgoingMail;
import dev.quartermaster.testkit.shared.SequentialIdentifiers;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server that takes no mail for an address is not a server that is down. */
@QuarkusTest
@WithTestResource(
    value = RefusingServerResource.class,
    scope = TestResourceScope.RESTRICTED_TO_CLASS)
class RefusedMailTest {
  @Inject Mail mail;
  @Inject DevMailbox mailbox;

  @Test
  void aRefusalIsAboutTheMailAndInTheServersWords() {
    OutgoingMail welcome =
        OutgoingMail.of(
            new MailId(new SequentialIdentifiers().next()),
            new EmailAddress("nobody@example.com"),
            MailTemplate.WELCOME,
            Map.of(MailTemplate.TOKEN, "secret"),
            StandingClock.NOW);
    assertThat(mail.send(welcome))
        .isInstanceOfSatisfying(
            Mail.Refused.class,
            refused -> assertThat(refused.reason()).contains("550", "no such mailbox"));
    assertThat(mailbox.mails()).isEmpty();
  }
}
