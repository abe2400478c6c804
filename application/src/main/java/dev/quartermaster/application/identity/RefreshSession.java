package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.User;
import java.time.Duration;

/** Exchanges a refresh token for the next pair of tokens. */
public interface RefreshSession {

  /**
   * Moves the session on by one generation. The predecessor's token gets the same successor for
   * {@link dev.quartermaster.domain.identity.Session#REPEAT_WINDOW}; after that its use ends the
   * session.
   *
   * @throws dev.quartermaster.domain.identity.InvalidRefreshToken when the token is none of ours,
   *     or its session has ended
   */
  Result refresh(Command command);

  /**
   * @param refreshToken as given by log-in or the refresh before
   */
  record Command(String refreshToken) {}

  /**
   * @param user whose session it is
   * @param accessToken to send with each request
   * @param expiresIn how long the access token can be used
   * @param refreshToken the successor
   */
  record Result(User user, String accessToken, Duration expiresIn, String refreshToken) {}
}
