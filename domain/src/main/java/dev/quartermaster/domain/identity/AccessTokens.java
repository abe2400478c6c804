package dev.quartermaster.domain.identity;

import java.time.Duration;
import java.time.Instant;

/** Issues the signed tokens that clients send with each request. */
public interface AccessTokens {
  /** How long an access token can be used. */
  Duration LIFETIME = Duration.ofMinutes(15);

  /** A signed token that names the user and the session, and is good for {@link #LIFETIME}. */
  String issue(User user, SessionId session, Instant at);
}
