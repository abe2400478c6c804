package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.User;
import java.time.Duration;
import java.time.Instant;

/** Hands a session from the page that signed in over to its browser. */
public interface OpenBrowserSession {

  /**
   * Exchanges the session's refresh token for a cookie. The session moves on by one generation as
   * by a refresh, with the same rules for repetition and reuse; the successor's refresh token is
   * given to nobody, so the session ends with the cookie.
   *
   * @throws dev.quartermaster.domain.identity.InvalidRefreshToken when the token is none of ours,
   *     or its session has ended
   */
  Result open(Command command);

  /**
   * @param refreshToken as given by any way of signing in, or by a refresh
   */
  record Command(String refreshToken) {
    @Override
    public String toString() {
      return "Command[***]";
    }
  }

  /**
   * @param user whose session it is
   * @param cookie for the browser alone, never for the page
   * @param csrfToken for the page, to send with each change
   * @param expiresAt when the session ends
   * @param expiresIn how long that is from now
   */
  record Result(User user, String cookie, String csrfToken, Instant expiresAt, Duration expiresIn) {
    @Override
    public String toString() {
      return "Result[***]";
    }
  }
}
