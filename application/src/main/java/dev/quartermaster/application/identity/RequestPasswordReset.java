package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.Client;

/** Asks for the means to choose another password without the old one. */
public interface RequestPasswordReset {

  /**
   * Takes note of the request, whether or not there is such an account: the answer and its time are
   * the same. {@link SendPasswordResets} looks into it. Beyond the limit of an account further
   * requests for it are dropped without a word.
   *
   * @throws dev.quartermaster.domain.shared.InvalidInput when the address is none
   * @throws dev.quartermaster.domain.shared.RateLimited when the client has asked too often, for
   *     whichever accounts
   */
  void request(Command command);

  /**
   * @param email the account's address, as typed
   * @param client who asks
   */
  record Command(String email, Client client) {}
}
