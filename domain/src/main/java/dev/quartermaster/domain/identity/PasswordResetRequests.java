package dev.quartermaster.domain.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Passwords that somebody says they have forgotten, until it is looked into whether there is such
 * an account.
 */
public interface PasswordResetRequests {

  /** Adds a request. */
  void add(UUID id, EmailAddress email, Instant at);

  /**
   * Takes requests out, the oldest first; those that another transaction takes are left to it.
   *
   * @param limit how many at the most
   * @return the addresses that they are for
   */
  List<EmailAddress> take(int limit);
}
