package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.WebhookId;
import dev.quartermaster.domain.webhooks.WebhookMails;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Mails that go nowhere but into a list. */
public final class InMemoryWebhookMails implements WebhookMails {
  private final InMemoryTable<WebhookId, Sent> mails;
  private final Set<UserId> gone = ConcurrentHashMap.newKeySet();

  /** No mails yet. */
  public InMemoryWebhookMails(InMemoryUnitOfWork unitOfWork) {
    this.mails = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public void givenUp(WebhookId webhook, UserId owner, Instant at) {
    if (!gone.contains(owner)) {
      mails.put(webhook, new Sent(webhook, owner));
    }
  }

  /** Lets the user's account be gone. */
  public void forget(UserId user) {
    gone.add(user);
  }

  /** All mails whose transactions have committed, in that order. */
  public List<Sent> sent() {
    return mails.rows();
  }

  /**
   * A mail that was sent.
   *
   * @param webhook which webhook was given up
   * @param owner who was told
   */
  public record Sent(WebhookId webhook, UserId owner) {}
}
