package dev.quartermaster.bootstrap.contexts;

import dev.quartermaster.application.identity.FindAddressee;
import dev.quartermaster.domain.notifications.Recipient;
import dev.quartermaster.domain.notifications.Recipients;
import dev.quartermaster.domain.shared.UserId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The notifications' view of identity. */
@Singleton
final class IdentityRecipients implements Recipients {
  private final FindAddressee findAddressee;

  IdentityRecipients(FindAddressee findAddressee) {
    this.findAddressee = findAddressee;
  }

  @Override
  public Optional<Recipient> find(UserId userId) {
    return findAddressee
        .find(new FindAddressee.Query(userId))
        .map(addressee -> new Recipient(addressee.email(), addressee.language()));
  }
}
