package dev.quartermaster.mail.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.Language;
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
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link MailContract} on SMTP. */
@QuarkusTest
@WithTestResource(value = SmtpServerResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class SmtpMailTest extends MailContract {
  private static final Set<String> MONEY = Set.of(MailTemplate.AMOUNT, MailTemplate.CURRENCY);

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

  @ParameterizedTest
  @EnumSource
  void everyKindOfMailIsWrittenInEveryLanguage(MailTemplate template) {
    RenderedMail english = rendering.render(mailOf(template));
    RenderedMail german = rendering.render(mailOf(template).in(Language.GERMAN));
    assertThat(english.html()).contains("<html lang=\"en\">");
    assertThat(german.html()).contains("<html lang=\"de\">");
    assertThat(german.subject()).isNotBlank().isNotEqualTo(english.subject());
    assertThat(german.text()).isNotEqualTo(english.text()).doesNotContain("Subject:");
    for (String parameter : template.parameters()) {
      if (!MONEY.contains(parameter)) {
        assertThat(german.text()).contains("the-" + parameter);
        assertThat(german.html()).contains("the-" + parameter);
      }
    }
  }

  @Test
  void moneyIsWrittenAsTheReaderWritesIt() {
    OutgoingMail confirmed = mailOf(MailTemplate.ORDER_CONFIRMED);
    assertThat(rendering.render(confirmed).text())
        .contains("Your order the-number over €1,234.56 is paid");
    assertThat(rendering.render(confirmed.in(Language.GERMAN)).html())
        .contains("Ihre Bestellung the-number über 1.234,56\u00a0€ ist bezahlt");
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
