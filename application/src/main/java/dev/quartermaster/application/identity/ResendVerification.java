package dev.quartermaster.application.identity;

import dev.quartermaster.domain.shared.Actor;

/** Mails another token for an address that is not verified yet. */
public interface ResendVerification {

  /**
   * Mails the token to the address of the actor's own account. Tokens that were mailed before can
   * be used no more.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in
   * @throws dev.quartermaster.domain.identity.EmailAlreadyVerified when there is nothing to verify
   * @throws dev.quartermaster.domain.shared.RateLimited when the actor has asked too often
   */
  void resend(Command command);

  /**
   * @param actor who asks
   */
  record Command(Actor actor) {}
}
