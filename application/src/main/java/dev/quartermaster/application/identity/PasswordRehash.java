package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.PasswordHasher;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.UnitOfWork;

/** Renews the hash of a password that somebody has just shown to know, where more is asked now. */
final class PasswordRehash {
  private final UnitOfWork unitOfWork;
  private final Users users;
  private final PasswordHasher hasher;

  PasswordRehash(UnitOfWork unitOfWork, Users users, PasswordHasher hasher) {
    this.unitOfWork = unitOfWork;
    this.users = users;
    this.hasher = hasher;
  }

  /** Hashes outside of the transaction, so that no connection waits for it. */
  void whereNeeded(User.Credential known, RawPassword password) {
    if (hasher.needsRehash(known.password())) {
      PasswordHash fresh = hasher.hash(password);
      unitOfWork.inTransaction(() -> users.rehash(known.user().id(), known.password(), fresh));
    }
  }
}
