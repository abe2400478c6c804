package dev.quartermaster.mail.notifications;

import dev.quartermaster.domain.notifications.MailTemplate;
import dev.quartermaster.domain.notifications.OutgoingMail;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Fills the templates under {@code templates/mail}, of which each kind of mail has one in text,
 * whose first line is the subject, and one in HTML. The English ones lie there, those in another
 * language in a folder of its code. What goes into HTML is escaped by the name's ending.
 */
@Singleton
final class MailRendering {
  private static final String FOLDER = "mail/";
  private static final String SUBJECT = "Subject: ";

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
    if (mail.parameters().containsKey(MailTemplate.AMOUNT)) {
      data.put("total", money(mail));
    }
    String[] text = template(mail, "txt").render(data).split("\n\n", 2);
    return new RenderedMail(
        mail.id(),
        mail.recipient().value(),
        text[0].substring(SUBJECT.length()),
        text[1],
        template(mail, "html").render(data),
        link,
        token);
  }

  /** In the reader's language, or else in English. */
  private Template template(OutgoingMail mail, String ending) {
    String name = mail.template().code() + "." + ending;
    @Nullable Template own = engine.getTemplate(FOLDER + mail.language().code() + "/" + name);
    return own == null ? engine.getTemplate(FOLDER + name) : own;
  }

  private static String money(OutgoingMail mail) {
    Currency currency = Currency.getInstance(mail.parameters().get(MailTemplate.CURRENCY));
    NumberFormat format = NumberFormat.getCurrencyInstance(mail.language().locale());
    format.setCurrency(currency);
    format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
    format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
    return format.format(
        new BigDecimal(mail.parameters().get(MailTemplate.AMOUNT))
            .movePointLeft(currency.getDefaultFractionDigits()));
  }

  /** The token stands behind a number sign, so that no server or log on the way gets to see it. */
  private static String page(MailTemplate template) {
    return switch (template) {
      case WELCOME, VERIFY_EMAIL -> "/account/verify-email.html";
      case RESET_PASSWORD -> "/account/reset-password.html";
      case TOKEN_REUSE,
          PASSWORD_CHANGED,
          WEBHOOK_GIVEN_UP,
          ORDER_CONFIRMED,
          ORDER_SHIPPED,
          ORDER_REFUNDED ->
          throw new IllegalArgumentException(template + " leads nowhere");
    };
  }
}
