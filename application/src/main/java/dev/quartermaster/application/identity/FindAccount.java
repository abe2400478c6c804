package dev.quartermaster.application.identity;

import dev.quartermaster.domain.shared.Permission;
import dev.quartermaster.domain.shared.UserId;
import java.util.Optional;
import java.util.Set;

/** Tells other contexts whom they deal with; they answer for who may know. */
public interface FindAccount {

  /** The account, if it lives. */
  Optional<Account> find(Query query);

  /**
   * @param userId whose account
   */
  record Query(UserId userId) {}

  /**
   * What others need to know of an account.
   *
   * @param permissions what its owner may do at this moment
   */
  record Account(Set<Permission> permissions) {
    public Account {
      permissions = Set.copyOf(permissions);
    }
  }
}
