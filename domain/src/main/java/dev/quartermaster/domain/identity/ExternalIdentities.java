package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/** Which external identity belongs to which account. */
public interface ExternalIdentities {

  /** The account that the identity is linked to, if it is linked and the account lives. */
  Optional<User> findUser(ExternalIdentity identity);

  /**
   * The account that the identity is linked to, if it is linked and the account lives. The identity
   * is locked until the transaction ends, also while it is not linked, so that it is linked once.
   */
  Optional<User> findUserForUpdate(ExternalIdentity identity);

  /**
   * Links the identity to an account, under the lock of {@link #findUserForUpdate}. A link to an
   * account that lives no more is replaced.
   */
  void link(ExternalIdentity identity, UserId user, Instant at);

  /** Forgets all identities of a user. */
  void unlinkAll(UserId user);
}
