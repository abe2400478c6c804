package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.shared.Actor;

/** Lets log-ins go on without an authenticator app. */
public interface DisableTotp {

  /**
   * Forgets the app and the recovery codes. Wrong codes count as failed log-ins.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.identity.MfaNotEnabled when the account has no app
   * @throws dev.quartermaster.domain.shared.InvalidInput naming the field {@code code} when it is
   *     wrong or used up
   * @throws dev.quartermaster.domain.shared.RateLimited when too many were wrong of late
   * @throws dev.quartermaster.domain.identity.AccountLocked when so many were wrong that nobody may
   *     try for a while
   */
  void disable(Command command);

  /**
   * @param actor whose account
   * @param code what the app shows, or a recovery code
   * @param client the program in which it was typed
   */
  record Command(Actor actor, String code, Client client) {}
}
