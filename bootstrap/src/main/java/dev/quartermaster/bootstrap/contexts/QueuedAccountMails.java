package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.notifications.QueueMail;
import dev.quartermaster.domain.identity.AccountMails;
import dev.quartermaster.domain.identity.OneTimeToken;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.notifications.MailTemplate;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;

/** Identity's view of the notifications. */
@Singleton
final class QueuedAccountMails implements AccountMails {
  private final QueueMail queueMail;

  QueuedAccountMails(QueueMail queueMail) {
    this.queueMail = queueMail;
  }

  @Override
  public void welcome(User user, OneTimeToken verification) {
    queue(user, MailTemplate.WELCOME, MailTemplate.TOKEN, verification.value());
  }

  @Override
  public void verifyEmail(User user, OneTimeToken verification) {
    queue(user, MailTemplate.VERIFY_EMAIL, MailTemplate.TOKEN, verification.value());
  }

  @Override
  public void resetPassword(User user, OneTimeToken reset) {
    queue(user, MailTemplate.RESET_PASSWORD, MailTemplate.TOKEN, reset.value());
  }

  @Override
  public void warnOfTokenReuse(User user, Instant at) {
    queue(user, MailTemplate.TOKEN_REUSE, MailTemplate.TIME, at.toString());
  }

  @Override
  public void passwordChanged(User user, Instant at) {
    queue(user, MailTemplate.PASSWORD_CHANGED, MailTemplate.TIME, at.toString());
  }

  private void queue(User user, MailTemplate template, String parameter, String value) {
    queueMail.queue(
        new QueueMail.Command(user.email(), user.language(), template, Map.of(parameter, value)));
  }
}
