package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.Client;
import dev.quartermaster.domain.identity.RawPassword;
import dev.quartermaster.domain.identity.User;
import java.time.Duration;

/** Starts a session for a user who knows the password, or asks for the second factor. */
public interface LogIn {

  /**
   * Starts a session. A refusal is the same, and takes the same time, whether the account exists or
   * not.
   *
   * @throws dev.quartermaster.domain.identity.InvalidCredentials when address and password do not
   *     belong together
   * @throws dev.quartermaster.domain.shared.RateLimited when too many log-ins to the account have
   *     failed from the client's address of late
   * @throws dev.quartermaster.domain.identity.AccountLocked when so many have failed that nobody
   *     may try for a while, whatever the password
   */
  Result logIn(Command command);

  /**
   * @param email the address, as typed
   * @param password the password, as typed
   * @param client the program in which they were typed
   */
  record Command(String email, RawPassword password, Client client) {}

  /** What came of a right password. */
  sealed interface Result {}

  /**
   * A session was started.
   *
   * @param user who is signed in now
   * @param accessToken to send with each request
   * @param expiresIn how long the access token can be used
   * @param refreshToken to get the next access token with
   */
  record SignedIn(User user, String accessToken, Duration expiresIn, String refreshToken)
      implements Result {}

  /**
   * The account has a second factor, which {@link CompleteLogIn} takes.
   *
   * @param mfaToken shows that the password was right
   * @param expiresIn how long the token can be used
   */
  record SecondStep(String mfaToken, Duration expiresIn) implements Result {}
}
