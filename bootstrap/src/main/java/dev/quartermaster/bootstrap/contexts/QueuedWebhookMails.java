package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.identity.FindAccount;
import dev.quartermaster.application.notifications.QueueMail;
import dev.quartermaster.domain.notifications.MailTemplate;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.domain.webhooks.WebhookMails;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;

/** Webhooks' view of the accounts and the notifications. */
@Singleton
final class QueuedWebhookMails implements WebhookMails {
  private final FindAccount findAccount;
  private final QueueMail queueMail;

  QueuedWebhookMails(FindAccount findAccount, QueueMail queueMail) {
    this.findAccount = findAccount;
    this.queueMail = queueMail;
  }

  @Override
  public void givenUp(WebhookId webhook, UserId owner, Instant at) {
    findAccount
        .find(new FindAccount.Query(owner))
        .ifPresent(
            account ->
                queueMail.queue(
                    new QueueMail.Command(
                        account.email(),
                        MailTemplate.WEBHOOK_GIVEN_UP,
                        Map.of(
                            MailTemplate.WEBHOOK,
                            webhook.toString(),
                            MailTemplate.TIME,
                            at.toString()))));
  }
}
