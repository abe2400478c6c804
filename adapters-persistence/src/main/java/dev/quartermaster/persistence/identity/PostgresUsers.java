package dev.quartermaster.persistence.identity;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.EmailTaken;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.UserField;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.Sort;
import dev.quartermaster.domain.shared.UnitOfWork;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.persistence.shared.Conditions;
import dev.quartermaster.persistence.shared.DatabaseFailures;
import dev.quartermaster.persistence.shared.Entities;
import dev.quartermaster.persistence.shared.Listing;
import dev.quartermaster.persistence.shared.SharedReads;
import dev.quartermaster.persistence.shared.SortColumn;
import dev.quartermaster.persistence.shared.SortType;
import dev.quartermaster.persistence.shared.SqlArray;
import dev.quartermaster.persistence.shared.Statements;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

@Singleton
final class PostgresUsers implements Users {
  private static final String LIVING = "id = ?1 AND deletedAt IS NULL";

  private static final Listing<UserField, User> USERS =
      new Listing<>(
          "users",
          new Sort<>(UserField.CREATED_AT, true),
          PostgresUsers::column,
          user -> user.id().value());

  private final Entities<UserEntity> users;
  private final Statements statements;
  private final SharedReads<UserId, User> living;

  PostgresUsers(UserRepository repository, Statements statements, UnitOfWork unitOfWork) {
    this.users = new Entities<>(repository, UserEntity.class);
    this.statements = statements;
    this.living = new SharedReads<>(unitOfWork::isInTransaction, this::living);
  }

  @Override
  public Optional<User> find(UserId id) {
    return living.find(id);
  }

  @Override
  public Optional<User> findForUpdate(UserId id) {
    return users.findForUpdate(LIVING, id.value()).map(UserEntity::toUser);
  }

  @Override
  public Optional<User.Credential> findCredential(EmailAddress email) {
    return users
        .find("email = ?1 AND deletedAt IS NULL", email.value())
        .map(UserEntity::toCredential);
  }

  @Override
  public Slice<User> list(PageRequest<UserField> page) {
    return USERS.slice(
        statements,
        Conditions.where("deleted_at IS NULL"),
        page,
        select -> users.select(select).stream().map(UserEntity::toUser).toList());
  }

  @Override
  public void add(User user, PasswordHash password) {
    refusingTakenEmail(() -> users.add(new UserEntity(user, password)));
  }

  @Override
  public void update(User user) {
    refusingTakenEmail(
        () -> users.change(entity -> entity.replaceBy(user), LIVING, user.id().value()));
  }

  /** Shared, so that the log-ins of one user don't wait for each other. */
  @Override
  public boolean holdPassword(UserId id, PasswordHash known) {
    return !statements
        .query(
            row -> row.uuid("id"),
            """
            SELECT id FROM users
            WHERE id = ? AND password_hash = ? AND deleted_at IS NULL FOR SHARE
            """,
            id.value(),
            known.value())
        .isEmpty();
  }

  @Override
  public void changePassword(UserId id, PasswordHash password) {
    users.change(entity -> entity.changePassword(password), LIVING, id.value());
  }

  @Override
  public void rehash(UserId id, PasswordHash known, PasswordHash fresh) {
    statements.update(
        """
        UPDATE users SET password_hash = ?
        WHERE id = ? AND password_hash = ? AND deleted_at IS NULL
        """,
        fresh.value(),
        id.value(),
        known.value());
  }

  @Override
  public void delete(UserId id, Instant at) {
    users.change(entity -> entity.delete(at), LIVING, id.value());
  }

  private Map<UserId, User> living(Set<UserId> ids) {
    return statements
        .query(
            UserRow::read,
            "SELECT "
                + UserRow.COLUMNS
                + " FROM users WHERE id = ANY ((SELECT ?)::uuid[]) AND deleted_at IS NULL",
            SqlArray.uuids(ids, UserId::value))
        .stream()
        .collect(Collectors.toMap(User::id, Function.identity()));
  }

  private static void refusingTakenEmail(Runnable write) {
    try {
      write.run();
    } catch (PersistenceException failure) {
      throw DatabaseFailures.isViolationOf("users_email_living", failure)
          ? new EmailTaken()
          : failure;
    }
  }

  private static SortColumn<User> column(UserField field) {
    return switch (field) {
      case NAME -> new SortColumn<>("name", SortType.TEXT, User::name);
      case EMAIL -> new SortColumn<>("email", SortType.TEXT, user -> user.email().value());
      case CREATED_AT -> new SortColumn<>("created_at", SortType.INSTANT, User::createdAt);
      case UPDATED_AT -> new SortColumn<>("updated_at", SortType.INSTANT, User::updatedAt);
    };
  }
}
