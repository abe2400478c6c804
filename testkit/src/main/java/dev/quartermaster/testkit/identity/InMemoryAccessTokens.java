package dev.quartermaster.testkit.identity;

import dev.quartermaster.domain.identity.AccessTokens;
import dev.quartermaster.domain.identity.SessionId;
import dev.quartermaster.domain.identity.User;
import java.time.Instant;

/** Issues unsigned tokens that say in plain text what they are for. */
public final class InMemoryAccessTokens implements AccessTokens {

  @Override
  public String issue(User user, SessionId session, Instant at) {
    return "access." + user.id() + "." + session + "." + at.getEpochSecond();
  }
}
