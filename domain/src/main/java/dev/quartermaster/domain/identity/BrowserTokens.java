package dev.quartermaster.domain.identity;

import java.util.Optional;

/**
 * Writes and reads what a browser shows of its session: the value of a cookie, which says which
 * session it is, and the token against forged requests (CSRF), which says that a page of ours sends
 * the request. Both are functions of the session and a secret of the server, so neither is stored,
 * and neither can be made from the other. Whether the session lives they do not say.
 */
public interface BrowserTokens {

  /** The cookie's value; the same session gives the same value. */
  String cookieOf(SessionId session);

  /** The session of a cookie's value that this server wrote; empty for anything else. */
  Optional<SessionId> read(String cookie);

  /** The session's token against forged requests; the same session gives the same token. */
  String csrfTokenOf(SessionId session);

  /** Whether the token is one that this server gave for that very session. */
  boolean isCsrfTokenOf(SessionId session, String token);
}
