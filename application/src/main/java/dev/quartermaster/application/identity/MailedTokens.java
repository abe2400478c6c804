package dev.quartermaster.application.identity;

import dev.quartermaster.domain.identity.InvalidToken;
import dev.quartermaster.domain.identity.OneTimePurpose;
import dev.quartermaster.domain.identity.OneTimeToken;
import dev.quartermaster.domain.identity.OneTimeTokens;
import dev.quartermaster.domain.identity.RandomTokens;
import dev.quartermaster.domain.identity.User;
import dev.quartermaster.domain.identity.Users;
import java.time.Instant;

/** Makes one-time tokens for mails, and tells whose they are when they come back. */
final class MailedTokens {
  private final OneTimeTokens oneTimeTokens;
  private final RandomTokens randomTokens;
  private final Users users;

  MailedTokens(OneTimeTokens oneTimeTokens, RandomTokens randomTokens, Users users) {
    this.oneTimeTokens = oneTimeTokens;
    this.randomTokens = randomTokens;
    this.users = users;
  }

  /** A token for a mail to the address that the account has now. */
  OneTimeToken issue(User user, OneTimePurpose purpose, Instant now) {
    OneTimeToken token = randomTokens.next();
    oneTimeTokens.issue(token, purpose, new OneTimeTokens.Claim(user.id(), user.email()), now);
    return token;
  }

  /**
   * Uses the token up, in the current transaction.
   *
   * @return the account, locked
   * @throws InvalidToken when it cannot be used, or was mailed to an address that the account does
   *     not have any more
   */
  User use(OneTimeToken token, OneTimePurpose purpose, Instant now) {
    OneTimeTokens.Claim claim =
        oneTimeTokens.use(token, purpose, now).orElseThrow(InvalidToken::new);
    return users
        .findForUpdate(claim.userId())
        .filter(user -> user.email().equals(claim.email()))
        .orElseThrow(InvalidToken::new);
  }
}
