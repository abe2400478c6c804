package dev.quartermaster.testkit.notifications;

import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.notifications.Recipient;
import dev.quartermaster.domain.notifications.Recipients;
import dev.quartermaster.domain.shared.UserId;
import java.util.Optional;

/** Writes to those who have an account. */
public final class InMemoryRecipients implements Recipients {
  private final Users users;

  /** Writes to the owners of those accounts. */
  public InMemoryRecipients(Users users) {
    this.users = users;
  }

  @Override
  public Optional<Recipient> find(UserId userId) {
    return users.find(userId).map(user -> new Recipient(user.email(), user.language()));
  }
}
