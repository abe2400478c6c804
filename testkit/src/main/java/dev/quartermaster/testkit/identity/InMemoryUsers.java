package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.EmailAddress;
import dev.quartermaster.domain.identity.EmailTaken;
import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.UserField;
import dev.quartermaster.domain.identity.Users;
import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UserId;
import dev.quartermaster.testkit.shared.InMemoryList;
import dev.quartermaster.testkit.shared.InMemoryTable;
import dev.quartermaster.testkit.shared.InMemoryUnitOfWork;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Accounts in memory. */
public final class InMemoryUsers implements Users {
  private final InMemoryTable<UserId, Account> accounts;
  private final InMemoryList<User, UserField> list =
      new InMemoryList<>(InMemoryUsers::by, UserField.CREATED_AT, user -> user.id().value());

  /** No accounts yet. */
  public InMemoryUsers(InMemoryUnitOfWork unitOfWork) {
    this.accounts = new InMemoryTable<>(unitOfWork);
  }

  @Override
  public Optional<User> find(UserId id) {
    return accounts.find(id).filter(Account::lives).map(Account::user);
  }

  @Override
  public Optional<User> findForUpdate(UserId id) {
    return accounts.findForUpdate(id).filter(Account::lives).map(Account::user);
  }

  @Override
  public Optional<User.Credential> findCredential(EmailAddress email) {
    return withEmail(email).map(account -> new User.Credential(account.user(), account.password()));
  }

  @Override
  public Slice<User> list(PageRequest<UserField> page) {
    return list.slice(
        accounts.rows().stream().filter(Account::lives).map(Account::user).toList(), page);
  }

  @Override
  public void add(User user, PasswordHash password) {
    if (accounts.findForUpdate(user.id()).isPresent()) {
      throw new IllegalStateException("there is or was a user " + user.id());
    }
    refuseTaken(user);
    accounts.put(user.id(), new Account(user, password, true));
  }

  @Override
  public void update(User user) {
    refuseTaken(user);
    accounts
        .findForUpdate(user.id())
        .ifPresent(
            account ->
                accounts.put(user.id(), new Account(user, account.password(), account.lives())));
  }

  @Override
  public boolean holdPassword(UserId id, PasswordHash known) {
    return accounts
        .findForUpdate(id)
        .filter(account -> account.lives() && account.password().equals(known))
        .isPresent();
  }

  @Override
  public void changePassword(UserId id, PasswordHash password) {
    accounts
        .findForUpdate(id)
        .filter(Account::lives)
        .ifPresent(account -> accounts.put(id, new Account(account.user(), password, true)));
  }

  @Override
  public void rehash(UserId id, PasswordHash known, PasswordHash fresh) {
    accounts
        .findForUpdate(id)
        .filter(account -> account.lives() && account.password().equals(known))
        .ifPresent(account -> accounts.put(id, new Account(account.user(), fresh, true)));
  }

  @Override
  public void delete(UserId id, Instant at) {
    accounts
        .findForUpdate(id)
        .ifPresent(
            account -> accounts.put(id, new Account(account.user(), account.password(), false)));
  }

  private void refuseTaken(User user) {
    accounts.lock(user.email());
    if (withEmail(user.email()).filter(other -> !other.user().id().equals(user.id())).isPresent()) {
      throw new EmailTaken();
    }
  }

  private Optional<Account> withEmail(EmailAddress email) {
    return accounts.rows().stream()
        .filter(account -> account.lives() && account.user().email().equals(email))
        .findFirst();
  }

  private static Comparator<User> by(UserField field) {
    return switch (field) {
      case NAME -> Comparator.comparing(User::name);
      case EMAIL -> Comparator.comparing(user -> user.email().value());
      case CREATED_AT -> Comparator.comparing(User::createdAt);
      case UPDATED_AT -> Comparator.comparing(User::updatedAt);
    };
  }

  private record Account(User user, PasswordHash password, boolean lives) {}
}
