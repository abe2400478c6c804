package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.OneTimeToken;
import dev.quartermaster.domain.identity.RawPassword;

/** Sets another password by a mailed token. */
public interface ResetPassword {

  /**
   * Uses the token up, sets the password, ends all sessions of the account and mails its owner a
   * notice. That the token arrived shows that the address is theirs. A password that may not be
   * chosen leaves the token usable.
   *
   * @throws dev.quartermaster.domain.shared.InvalidInput naming the field {@code password} when it
   *     may not be chosen
   * @throws dev.quartermaster.domain.identity.InvalidToken when the token cannot be used
   * @throws dev.quartermaster.domain.shared.Unavailable when too many wait for their hashes
   */
  void reset(Command command);

  /**
   * @param token as mailed
   * @param password the new password, as typed
   */
  record Command(OneTimeToken token, RawPassword password) {}
}
