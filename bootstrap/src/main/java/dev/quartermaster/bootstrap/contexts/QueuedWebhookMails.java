package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.identity.FindAddressee;
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
  private final FindAddressee findAddressee;
  private final QueueMail queueMail;

  QueuedWebhookMails(FindAddressee findAddressee, QueueMail queueMail) {
    this.findAddressee = findAddressee;
    this.queueMail = queueMail;
  }

  @Override
  public void givenUp(WebhookId webhook, UserId owner, Instant at) {
    findAddressee
        .find(new FindAddressee.Query(owner))
        .ifPresent(
            addressee ->
                queueMail.queue(
                    new QueueMail.Command(
                        addressee.email(),
                        addressee.language(),
                        MailTemplate.WEBHOOK_GIVEN_UP,
                        Map.of(
                            MailTemplate.WEBHOOK,
                            webhook.toString(),
                            MailTemplate.TIME,
                            at.toString()))));
  }
}
