package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.shared.Actor;
import java.time.Instant;

/** Tells a page that was loaded anew who is signed in, and its token against forged requests. */
public interface GetBrowserSession {

  /**
   * Reads the session in which somebody asks.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when nobody is signed in, or the
   *     session is not an active one of theirs
   * @throws dev.quartermaster.domain.shared.Forbidden when a program asks
   */
  Result get(Query query);

  /**
   * @param actor who asks
   * @param session in which session
   */
  record Query(Actor actor, SessionId session) {}

  /**
   * @param user whose session it is
   * @param csrfToken to send with each change
   * @param expiresAt when the session ends
   */
  record Result(User user, String csrfToken, Instant expiresAt) {
    @Override
    public String toString() {
      return "Result[***]";
    }
  }
}
