package dev.quartermaster.domain.shared;

/**
 * Encrypts secrets that have to be read again, under a key of the server that the database does not
 * hold. Safe for use by many threads at once.
 */
public interface Sealing {

  /**
   * The text, unreadable to whoever lacks the server's key; differs from call to call.
   *
   * @param purpose what the secret is for; it can be opened for the same purpose alone
   */
  String seal(String purpose, String secret);

  /**
   * The secret that was sealed, on whichever node.
   *
   * @throws IllegalArgumentException when it was sealed for another purpose or changed since
   */
  String open(String purpose, String sealed);
}
