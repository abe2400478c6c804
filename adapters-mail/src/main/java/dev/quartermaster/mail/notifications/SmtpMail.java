package dev.quartermaster.mail.notifications;

import dev.quartermaster.domain.notifications.Mail;
import dev.quartermaster.domain.notifications.OutgoingMail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Hands mails to the SMTP server that the settings of the Quarkus mailer name. While they name
 * none, mails end here: in the mailbox of dev mode and tests, else with a warning in the log.
 */
@Singleton
final class SmtpMail implements Mail {
  private static final Logger LOG = Logger.getLogger(SmtpMail.class);

  /** Well within the lease of a mail, for a whole batch of them. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** No host has such a name (RFC 2606); the default of the setting does. */
  private static final String NOWHERE = ".invalid";

  private static final int CANNOT_SERVE_NOW = 421;

  private final MailRendering rendering;
  private final ReactiveMailer mailer;
  private final Instance<DevMailbox> mailbox;
  private final String from;
  private final boolean serverSet;

  SmtpMail(
      MailRendering rendering,
      ReactiveMailer mailer,
      Instance<DevMailbox> mailbox,
      @ConfigProperty(name = "quartermaster.mail.from") String from,
      @ConfigProperty(name = "quarkus.mailer.host") String host) {
    this.rendering = rendering;
    this.mailer = mailer;
    this.mailbox = mailbox;
    this.from = from;
    this.serverSet = !host.endsWith(NOWHERE);
  }

  @Override
  public Outcome send(OutgoingMail mail) {
    RenderedMail rendered = rendering.render(mail);
    Outcome outcome = serverSet ? sent(rendered) : new Accepted();
    if (outcome instanceof Accepted && mailbox.isResolvable()) {
      mailbox.get().keep(rendered);
    } else if (!serverSet) {
      LOG.warnf(
          "mail %s (%s) was not sent: QUARKUS_MAILER_HOST is not set",
          mail.id(), mail.template().code());
    }
    return outcome;
  }

  private Outcome sent(RenderedMail mail) {
    return mailer
        .send(message(mail))
        .<Outcome>map(_ -> new Accepted())
        .ifNoItem()
        .after(PATIENCE)
        .recoverWithItem(() -> new Unreachable("no answer in " + PATIENCE.toSeconds() + " seconds"))
        .onFailure()
        .recoverWithItem(SmtpMail::outcome)
        .await()
        .indefinitely();
  }

  /** What the server says is about this mail; all else is about the server. */
  private static Outcome outcome(Throwable failure) {
    if (failure instanceof SMTPException answer && answer.getReplyCode() != CANNOT_SERVE_NOW) {
      return new Refused(answer.getReplyCode() + " " + answer.getReplyMessage());
    }
    if (failure instanceof IllegalArgumentException unfit) {
      return new Refused(String.valueOf(unfit.getMessage()));
    }
    return new Unreachable(failure.toString());
  }

  private io.quarkus.mailer.Mail message(RenderedMail mail) {
    return new io.quarkus.mailer.Mail()
        .setFrom(from)
        .addTo(mail.to())
        .setSubject(mail.subject())
        .setText(mail.text())
        .setHtml(mail.html())
        .addHeader("Message-ID", "<" + mail.id() + "@quartermaster>")
        .addHeader("Auto-Submitted", "auto-generated");
  }
}
