package dev.quartermaster.domain.identity;

import java.time.Instant;

/**
 * Mails to people about their accounts. Each goes to the address that the account has at that
 * moment, and joins the caller's transaction of {@link dev.quartermaster.domain.shared.UnitOfWork}:
 * it leaves soon after the commit, and never without one. Safe for use by many threads at once.
 */
public interface AccountMails {

  /** Greets somebody who has just signed up; the token verifies their address. */
  void welcome(User user, OneTimeToken verification);

  /** Asks for a verification of the account's address. */
  void verifyEmail(User user, OneTimeToken verification);

  /** Gives the means to choose another password. */
  void resetPassword(User user, OneTimeToken reset);

  /** Warns that a used refresh token was used again, so that its session was ended. */
  void warnOfTokenReuse(User user, Instant at);

  /** Tells that the account has another password. */
  void passwordChanged(User user, Instant at);
}
