package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.RecoveryCode;
import dev.quartermaster.domain.shared.Actor;
import java.util.List;

/** Gives new recovery codes in place of the ones before. */
public interface RenewRecoveryCodes {

  /**
   * Gives new recovery codes; the ones before are worth nothing any more. Wrong codes count as
   * failed log-ins.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.identity.MfaNotEnabled when the account has no app
   * @throws dev.quartermaster.domain.shared.InvalidInput naming the field {@code code} when it is
   *     wrong or used up
   * @throws dev.quartermaster.domain.shared.RateLimited when too many were wrong of late
   * @throws dev.quartermaster.domain.identity.AccountLocked when so many were wrong that nobody may
   *     try for a while
   */
  Result renew(Command command);

  /**
   * @param actor whose account
   * @param code what the app shows, or a recovery code
   * @param client the program in which it was typed
   */
  record Command(Actor actor, String code, Client client) {}

  /**
   * @param recoveryCodes each good for once; they are not told again
   */
  record Result(List<RecoveryCode> recoveryCodes) {
    public Result {
      recoveryCodes = List.copyOf(recoveryCodes);
    }
  }
}
