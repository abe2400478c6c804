package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.shared.Actor;
import java.util.Optional;

/** Tells who acts by a browser's cookie, with the permissions of this moment. */
public interface AuthenticateBrowserSession {

  /**
   * Looks the cookie's session up. A session that was ended, on whichever node, and a deleted
   * account fail at once; changed roles take effect at once.
   *
   * @throws dev.quartermaster.domain.shared.Unauthenticated when the cookie is none of ours, or its
   *     session is not active
   * @throws dev.quartermaster.domain.identity.InvalidCsrfToken when a change is asked for without
   *     the token of this very session
   */
  Result authenticate(Query query);

  /**
   * @param cookie the cookie's value, as sent
   * @param isChange whether the request may change something
   * @param csrfToken what came with the request to show that a page of ours sent it
   */
  record Query(String cookie, boolean isChange, Optional<String> csrfToken) {
    @Override
    public String toString() {
      return "Query[***]";
    }
  }

  /**
   * @param actor who acts
   * @param session in which session
   */
  record Result(Actor.SignedIn actor, SessionId session) {}
}
