package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.RecoveryCode;
import dev.quartermaster.domain.shared.Actor;
import java.util.List;

/** Puts an authenticator app to use by a first code of it. */
public interface ConfirmTotp {

  /**
   * From now on log-ins need a code.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.identity.MfaNotEnabled when no app waits for its confirmation
   * @throws dev.quartermaster.domain.identity.MfaAlreadyEnabled when the app was confirmed before
   * @throws dev.quartermaster.domain.shared.InvalidInput naming the field {@code code} when the app
   *     does not show it
   */
  Result confirm(Command command);

  /**
   * @param actor whose account
   * @param code what the app shows
   */
  record Command(Actor actor, String code) {}

  /**
   * @param recoveryCodes for when the app is gone, each good for once; they are not told again
   */
  record Result(List<RecoveryCode> recoveryCodes) {
    public Result {
      recoveryCodes = List.copyOf(recoveryCodes);
    }
  }
}
