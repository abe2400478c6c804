package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.RawPassword;

/** Makes sure that somebody can administer a new installation. */
public interface EnsureAdministrator {

  /**
   * Opens an account with all permissions. A living account with the address keeps its password; if
   * that is the given one, it gets the administrator's role back where it lost it.
   *
   * @throws dev.quartermaster.domain.shared.InvalidInput when the address or the password is not
   *     allowed
   */
  Result ensure(Command command);

  /**
   * @param email the administrator's address
   * @param password the administrator's password
   */
  record Command(String email, RawPassword password) {}

  /**
   * @param created whether the account is new
   */
  record Result(boolean created) {}
}
