package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.identity.User;
import java.time.Duration;

/** Starts a session for a user who knows the password. */
public interface LogIn {

  /**
   * Starts a session.
   *
   * @throws dev.quartermaster.domain.identity.InvalidCredentials when address and password do not
   *     belong together; takes the same time whether the account exists or not
   */
  Result logIn(Command command);

  /**
   * @param email the address, as typed
   * @param password the password, as typed
   * @param client the program in which they were typed
   */
  record Command(String email, RawPassword password, Client client) {}

  /**
   * @param user who is signed in now
   * @param accessToken to send with each request
   * @param expiresIn how long the access token can be used
   * @param refreshToken to get the next access token with
   */
  record Result(User user, String accessToken, Duration expiresIn, String refreshToken) {}
}
