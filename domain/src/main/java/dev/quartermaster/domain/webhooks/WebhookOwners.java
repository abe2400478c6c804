package dev.quartermaster.domain.webhooks;

import dev.quartermaster.domain.shared.UserId;

/** What webhooks need to know of the accounts that answer for them. */
public interface WebhookOwners {

  /** Whether the user lives and may have webhooks at this moment. */
  boolean mayHaveWebhooks(UserId user);
}
