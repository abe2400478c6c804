package dev.quartermaster.domain.identity;

import dev.quartermaster.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/** The one-time tokens that can still be used. Of a token only its hash is kept. */
public interface OneTimeTokens {

  /**
   * Issues a token, good for {@link OneTimePurpose#lifetime()}. Whatever token the account had for
   * the purpose before can be used no more.
   */
  void issue(OneTimeToken token, OneTimePurpose purpose, Claim claim, Instant at);

  /** What the token shows if it can be used now; it is not used by that. */
  Optional<Claim> find(OneTimeToken token, OneTimePurpose purpose, Instant at);

  /**
   * Uses the token up. Of many who use it at once, only one gets its claim.
   *
   * @return what the token shows; empty when it is unknown, of another purpose, expired or used
   */
  Optional<Claim> use(OneTimeToken token, OneTimePurpose purpose, Instant at);

  /**
   * Forgets tokens that expired before an instant.
   *
   * @param limit how many at the most
   * @return how many were forgotten
   */
  int forgetExpiredBefore(Instant instant, int limit);

  /**
   * What a token shows: that its bearer reads mails to an address.
   *
   * @param userId whose account it is
   * @param email where the token was mailed to
   */
  record Claim(UserId userId, EmailAddress email) {}
}
