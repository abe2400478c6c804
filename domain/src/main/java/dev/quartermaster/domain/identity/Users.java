package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.PageRequest;
import dev.quartermaster.domain.shared.Slice;
import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/** The living accounts. A deleted one is found no more, and its address is free again. */
public interface Users {

  /** The account, if it lives. */
  Optional<User> find(UserId id);

  /** The account, if it lives, locked until the transaction ends. */
  Optional<User> findForUpdate(UserId id);

  /** The account with that address and its password, if it lives. */
  Optional<User.Credential> findCredential(EmailAddress email);

  /** A part of all living accounts; by default the newest first. */
  Slice<User> list(PageRequest<UserField> page);

  /**
   * Adds an account with its password.
   *
   * @throws EmailTaken when a living account has the address
   */
  void add(User user, PasswordHash password);

  /**
   * Replaces the stored state.
   *
   * @throws EmailTaken when another living account has the address
   */
  void update(User user);

  /**
   * Holds an account's password as it is until the transaction ends, so that whoever replaces it
   * finds the session that it opens.
   *
   * @return whether the account lives and its password still has that hash
   */
  boolean holdPassword(UserId id, PasswordHash known);

  /** Replaces the account's password, if it lives. */
  void changePassword(UserId id, PasswordHash password);

  /**
   * Replaces the hash of a password by another hash of the same password. Does nothing when the
   * password has changed since, or the account was deleted.
   *
   * @param id whose password it is
   * @param known the hash that is to be replaced
   * @param fresh the hash in its place
   */
  void rehash(UserId id, PasswordHash known, PasswordHash fresh);

  /** Deletes the account; its id stays taken. */
  void delete(UserId id, Instant at);
}
