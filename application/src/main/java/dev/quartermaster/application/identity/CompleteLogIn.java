package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.User;
import java.time.Duration;

/** Starts a session for a user who knows the password and has the second factor. */
public interface CompleteLogIn {

  /**
   * Starts a session. A code works once, and so does the token. Wrong codes count as failed
   * log-ins.
   *
   * @throws dev.quartermaster.domain.identity.InvalidMfaToken when the token is none of ours, has
   *     expired, or has completed a log-in before
   * @throws dev.quartermaster.domain.identity.InvalidMfaCode when the code is wrong or used up
   * @throws dev.quartermaster.domain.shared.RateLimited when too many log-ins to the account have
   *     failed from the client's address of late
   * @throws dev.quartermaster.domain.identity.AccountLocked when so many have failed that nobody
   *     may try for a while
   */
  Result complete(Command command);

  /**
   * @param mfaToken as given by {@link LogIn}
   * @param code what the authenticator app shows, or a recovery code
   * @param client the program in which it was typed
   */
  record Command(String mfaToken, String code, Client client) {}

  /**
   * @param user who is signed in now
   * @param accessToken to send with each request
   * @param expiresIn how long the access token can be used
   * @param refreshToken to get the next access token with
   */
  record Result(User user, String accessToken, Duration expiresIn, String refreshToken) {}
}
