package dev.quartermaster.testkit.webhooks;

import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.WebhookOwners;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Owners by what a test says of them. */
public final class InMemoryWebhookOwners implements WebhookOwners {
  private final Set<UserId> permitted = ConcurrentHashMap.newKeySet();

  @Override
  public boolean mayHaveWebhooks(UserId user) {
    return permitted.contains(user);
  }

  /** Lets the user have webhooks from now on. */
  public void permit(UserId user) {
    permitted.add(user);
  }

  /** Lets the user have no webhooks any more. */
  public void forbid(UserId user) {
    permitted.remove(user);
  }
}
