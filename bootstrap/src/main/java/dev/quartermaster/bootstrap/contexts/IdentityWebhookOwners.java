package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.identity.FindAccount;
import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.domain.webhooks.WebhookOwners;
import jakarta.inject.Singleton;

/** Webhooks' view of the accounts. */
@Singleton
final class IdentityWebhookOwners implements WebhookOwners {
  private final FindAccount findAccount;

  IdentityWebhookOwners(FindAccount findAccount) {
    this.findAccount = findAccount;
  }

  @Override
  public boolean mayHaveWebhooks(UserId user) {
    return findAccount
        .find(new FindAccount.Query(user))
        .filter(account -> account.permissions().contains(Permission.WEBHOOKS_WRITE))
        .isPresent();
  }
}
