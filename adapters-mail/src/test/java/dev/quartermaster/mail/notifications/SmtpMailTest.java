package dev.quartermaster.mail.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.notifications.Mail;
import dev.quartermaster.domain.notifications.MailId;
import dev.quartermaster.domain.notifications.MailTemplate;
import dev.quartermaster.domain.notifications.OutgoingMail;
import dev.quartermaster.testkit.notifications.MailContract;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link MailContract} on SMTP. */
@QuarkusTest
@WithTestResource(value = SmtpServerResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class SmtpMailTest extends MailContract {
  RestartableServer server;
  @Inject Mail mail;
  @Inject MailRendering rendering;

  @Override
  protected Mail mail() {
    return mail;
  }

  @Override
  protected List<MailId> receivedBy(EmailAddress address) {
    return messagesTo(address).stream().map(SmtpMailTest::id).toList();
  }

  @Override
  protected void stopServer() {
    server.stop();
  }

  @Override
  protected void startServer() {
    server.restart();
  }

  @Test
  void aMailHasTextAndHtmlALinkAndTheSenderOfTheSettings() throws MessagingException {
    OutgoingMail reset = mailOf(MailTemplate.RESET_PASSWORD);
    mail.send(reset);
    MimeMessage message = messagesTo(reset.recipient()).getFirst();
    assertThat(message.getSubject()).isEqualTo("Choose another password");
    assertThat(message.getFrom())
        .extracting(Object::toString)
        .containsExactly("Quartermaster <no-reply@shop.example>");
    assertThat(message.getContentType()).startsWith("multipart/alternative");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(GreenMailUtil.getWholeMessage(message).replace("=\r\n", "").replace("=3D", "="))
        .contains("text/plain", "text/html")
        .contains("https://shop.example/account/reset-password.html#token=the-token");
  }

  @Test
  void whatStandsInHtmlIsEscaped() {
    RenderedMail rendered =
        rendering.render(
            OutgoingMail.of(
                new MailId(IDENTIFIERS.next()),
                new EmailAddress("a&b'@example.com"),
                MailTemplate.WELCOME,
                Map.of(MailTemplate.TOKEN, "\"><script>"),
                StandingClock.NOW));
    assertThat(rendered.html())
        .contains("a&amp;b&#39;@example.com")
        .doesNotContain("<script>")
        .contains("#token=&quot;&gt;&lt;script&gt;");
    assertThat(rendered.text()).contains("a&b'@example.com");
  }

  private List<MimeMessage> messagesTo(EmailAddress address) {
    return server.received().stream().filter(message -> isTo(message, address)).toList();
  }

  private static boolean isTo(MimeMessage message, EmailAddress address) {
    try {
      return message.getRecipients(Message.RecipientType.TO)[0].toString().equals(address.value());
    } catch (MessagingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static MailId id(MimeMessage message) {
    try {
      return new MailId(UUID.fromString(message.getMessageID().replaceAll("<(.*)@.*>", "$1")));
    } catch (MessagingException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
