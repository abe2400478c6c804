package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.OneTimeToken;

/** Shows by a mailed token that the address of an account is its owner's. */
public interface VerifyEmail {

  /**
   * Uses the token up and marks the address as verified.
   *
   * @throws dev.quartermaster.domain.identity.InvalidToken when the token cannot be used, or was
   *     mailed to an address that the account does not have any more
   */
  void verify(Command command);

  /**
   * @param token as mailed
   */
  record Command(OneTimeToken token) {}
}
