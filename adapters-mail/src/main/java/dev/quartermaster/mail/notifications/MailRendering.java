package dev.quartermaster.mail.notifications;

import dev.quartermaster.domain.notifications.MailTemplate;
import dev.quartermaster.domain.notifications.OutgoingMail;
import io.quarkus.qute.Engine;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Fills the templates under {@code templates/mail}, of which each kind of mail has one in text and
 * one in HTML. What goes into HTML is escaped by the name's ending.
 */
@Singleton
final class MailRendering {
  private final Engine engine;
  private final String publicUrl;

  MailRendering(
      Engine engine, @ConfigProperty(name = "quartermaster.public-url") String publicUrl) {
    this.engine = engine;
    this.publicUrl = publicUrl.replaceFirst("/+$", "");
  }

  RenderedMail render(OutgoingMail mail) {
    Optional<String> token = Optional.ofNullable(mail.parameters().get(MailTemplate.TOKEN));
    Optional<String> link =
        token.map(secret -> publicUrl + page(mail.template()) + "#token=" + secret);
    Map<String, Object> data = new HashMap<>(mail.parameters());
    data.put("recipient", mail.recipient().value());
    data.put("publicUrl", publicUrl);
    link.ifPresent(address -> data.put("link", address));
    return new RenderedMail(
        mail.id(),
        mail.recipient().value(),
        subject(mail.template()),
        filled(mail.template(), "txt", data),
        filled(mail.template(), "html", data),
        link,
        token);
  }

  private String filled(MailTemplate template, String ending, Map<String, Object> data) {
    return engine.getTemplate("mail/" + template.code() + "." + ending).render(data);
  }

  /** The token stands behind a number sign, so that no server or log on the way gets to see it. */
  private static String page(MailTemplate template) {
    return switch (template) {
      case WELCOME, VERIFY_EMAIL -> "/account/verify-email.html";
      case RESET_PASSWORD -> "/account/reset-password.html";
      case TOKEN_REUSE, PASSWORD_CHANGED, WEBHOOK_GIVEN_UP ->
          throw new IllegalArgumentException(template + " leads nowhere");
    };
  }

  private static String subject(MailTemplate template) {
    return switch (template) {
      case WELCOME -> "Welcome: please verify your email address";
      case VERIFY_EMAIL -> "Please verify your email address";
      case RESET_PASSWORD -> "Choose another password";
      case TOKEN_REUSE -> "A session of yours was ended: was that you?";
      case PASSWORD_CHANGED -> "Your password was changed";
      case WEBHOOK_GIVEN_UP -> "A webhook of yours was disabled";
    };
  }
}
