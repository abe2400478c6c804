package dev.quartermaster.domain.webhooks;

import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;

/**
 * Mails to the owners of webhooks. They join the caller's transaction: a mail leaves soon after the
 * commit, and never without one. An owner whose account is gone is told nothing.
 */
public interface WebhookMails {

  /** Tells that a webhook was given up. */
  void givenUp(WebhookId webhook, UserId owner, Instant at);
}
