package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.ExternalIdentities;
import dev.quartermaster.domain.identity.ExternalIdentity;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.persistence.shared.Entities;
import dev.quartermaster.persistence.shared.Select;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Locks are advisory ones of the transaction, since an identity that is not linked has no row. Two
 * identities whose hashes are equal (one chance in 2^64) only make one wait for the other.
 */
@Singleton
final class PostgresExternalIdentities implements ExternalIdentities {
  private final Entities<UserEntity> users;
  private final Statements statements;

  PostgresExternalIdentities(UserRepository users, Statements statements) {
    this.users = new Entities<>(users, UserEntity.class);
    this.statements = statements;
  }

  @Override
  public Optional<User> findUser(ExternalIdentity identity) {
    return users
        .select(
            new Select(
                """
                SELECT users.* FROM external_identities
                JOIN users ON users.id = external_identities.user_id AND users.deleted_at IS NULL
                WHERE external_identities.issuer = ? AND external_identities.subject = ?
                """,
                List.of(identity.issuer(), identity.subject())))
        .stream()
        .findFirst()
        .map(UserEntity::toUser);
  }

  /** Reads in a statement of its own, which sees what was committed before the lock was free. */
  @Override
  public Optional<User> findUserForUpdate(ExternalIdentity identity) {
    var _ =
        statements.query(
            _ -> true,
            "SELECT pg_advisory_xact_lock(hashtextextended(?, hashtextextended(?, 0)))",
            identity.subject(),
            identity.issuer());
    return findUser(identity);
  }

  @Override
  public void link(ExternalIdentity identity, UserId user, Instant at) {
    statements.update(
        """
        INSERT INTO external_identities (issuer, subject, user_id, linked_at) VALUES (?, ?, ?, ?)
        ON CONFLICT ON CONSTRAINT external_identities_pk
        DO UPDATE SET user_id = excluded.user_id, linked_at = excluded.linked_at
        """,
        identity.issuer(),
        identity.subject(),
        user.value(),
        at);
  }

  @Override
  public void unlinkAll(UserId user) {
    statements.update("DELETE FROM external_identities WHERE user_id = ?", user.value());
  }
}
