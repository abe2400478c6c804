package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.PasswordHash;
import dev.quartermaster.domain.identity.RawPassword;

/** Checks a newly chosen password and turns it into what can be stored. */
public interface ChoosePassword {

  /**
   * Hashes the password. Slow on purpose, so it is to be called where no transaction is open.
   *
   * @throws dev.quartermaster.domain.shared.InvalidInput naming the field {@code password} when it
   *     may not be chosen
   * @throws dev.quartermaster.domain.shared.Unavailable when too many wait for their hashes
   */
  PasswordHash choose(Command command);

  /**
   * @param password the password, as typed
   */
  record Command(RawPassword password) {}
}
